package exchange

// What programs call their columns in German, French and Spanish, behind the
// English lines of their dialects.

const hubSpotLocalMarks = `, Datensatz-ID, Lifecycle-Phase, Für Kontakt zuständiger Mitarbeiter, Zuständiger Mitarbeiter für Kontakt, Für Unternehmen zuständiger Mitarbeiter,
	Zuständiger Mitarbeiter für Unternehmen, Für Deal zuständiger Mitarbeiter, Zuständiger Mitarbeiter für Deal, Deal-Phase, Zugeordnetes Unternehmen,
	Zugehöriges Unternehmen, Zugeordnete Unternehmens-IDs, Zugehörige Unternehmens-IDs, Domainname des Unternehmens, Mobiltelefonnummer,
	ID de fiche d'informations, ID de la fiche d'informations, ID de l'enregistrement, Phase du cycle de vie, Propriétaire du contact, Propriétaire de l'entreprise,
	Propriétaire de la transaction, Nom de la transaction, Phase de la transaction, Étape de la transaction, Entreprise associée, Nom de domaine de l'entreprise,
	ID de registro, ID de objeto, Etapa del ciclo de vida, Propietario del contacto, Propietario de la empresa, Propietario del negocio, Nombre del negocio,
	Etapa del negocio, Empresa asociada, Nombre de dominio de la empresa`

const hubSpotLocalSeveral = `, Zugeordnete Unternehmens-IDs, Zugehörige Unternehmens-IDs, Zugeordnetes Unternehmen, Zugehöriges Unternehmen,
	ID des entreprises associées, IDs d'entreprises associées, Entreprise associée, ID de empresas asociadas, IDs de empresas asociadas, Empresa asociada`

const hubSpotLocalKinds = `
	Deal-Name, Deal-Phase, Nom de la transaction, Phase de la transaction, Étape de la transaction, Nombre del negocio, Etapa del negocio = opportunity`

const hubSpotLocalCompanies = `
	Datensatz-ID, ID de fiche d'informations, ID de la fiche d'informations, ID de l'enregistrement, ID de registro, ID de objeto = external_id
	Unternehmensname, Name des Unternehmens, Nom de l'entreprise, Nombre de la empresa = name
	Für Unternehmen zuständiger Mitarbeiter, Zuständiger Mitarbeiter für Unternehmen, Propriétaire de l'entreprise, Propietario de la empresa = owner
	Lifecycle-Phase, Phase du cycle de vie, Etapa del ciclo de vida, Typ, Type, Tipo = relationship?
	Domainname des Unternehmens, Unternehmens-Domainname, Nom de domaine de l'entreprise, Nombre de dominio de la empresa = note
	Erstellungsdatum, Date de création, Fecha de creación = -`

const hubSpotLocalPeople = `
	Datensatz-ID, ID de fiche d'informations, ID de la fiche d'informations, ID de l'enregistrement, ID de registro, ID de objeto = external_id
	Zugeordnete Unternehmens-IDs, Zugehörige Unternehmens-IDs, ID des entreprises associées, IDs d'entreprises associées, ID de empresas asociadas,
		IDs de empresas asociadas = account.external_id
	Unternehmensname, Name des Unternehmens, Zugeordnetes Unternehmen, Zugehöriges Unternehmen, Nom de l'entreprise, Entreprise associée, Nombre de la empresa,
		Empresa asociada = account.name
	Für Kontakt zuständiger Mitarbeiter, Zuständiger Mitarbeiter für Kontakt, Propriétaire du contact, Propietario del contacto = note
	Erstellungsdatum, Date de création, Fecha de creación = -`

const hubSpotLocalDeals = `
	Datensatz-ID, ID de fiche d'informations, ID de la fiche d'informations, ID de l'enregistrement, ID de registro, ID de objeto = external_id
	Deal-Name, Dealname, Nom de la transaction, Nombre del negocio = name
	Deal-Phase, Dealphase, Phase de la transaction, Étape de la transaction, Etapa del negocio = stage
	Betrag, Höhe, Montant, Importe, Cantidad, Valor = amount
	Für Deal zuständiger Mitarbeiter, Zuständiger Mitarbeiter für Deal, Propriétaire de la transaction, Propietario del negocio = owner
	Abschlussdatum, Date de fermeture, Date de clôture, Fecha de cierre = close
	Zugeordnetes Unternehmen, Zugehöriges Unternehmen, Entreprise associée, Empresa asociada = account.name
	Zugeordnete Unternehmens-IDs, Zugehörige Unternehmens-IDs, ID des entreprises associées, ID de empresas asociadas = account.external_id
	Erstellungsdatum, Date de création, Fecha de creación = -`

const outlookLocalMarks = `, Straße geschäftlich, Ort geschäftlich, Postleitzahl geschäftlich, Land/Region geschäftlich, Telefon geschäftlich, Weitere Vornamen, Telefon privat,
	E-Mail-Typ, E-Mail: Angezeigter Name, E-Mail 2: Adresse, Name des/der Vorgesetzten, Name Assistent, Abrechnungsinformation,
	Rue (bureau), Ville (bureau), Code postal (bureau), Pays/Région (bureau), Téléphone (bureau), Deuxième prénom, Adresse de messagerie, Adresse de courrier,
	Calle del trabajo, Ciudad de trabajo, Código postal del trabajo, País o región del trabajo, Teléfono del trabajo, Segundo nombre, Dirección de correo electrónico`

const outlookLocal = `
	Anrede, Initialen, E-Mail-Typ, E-Mail: Typ, E-Mail: Angezeigter Name, E-Mail 2: Typ, E-Mail 2: Angezeigter Name, E-Mail 3: Typ, E-Mail 3: Angezeigter Name, Geschlecht,
		Priorität, Privat, Vertraulichkeit, Reisekilometer, Titre, Initiales, Type de messagerie, Nom complet de l'adresse de messagerie, Sexe, Priorité, Privé,
		Critère de diffusion, Kilométrage, Título, Iniciales, Tipo de correo electrónico, Sexo, Prioridad, Privado, Confidencialidad, Kilometraje = -
	Weitere Vornamen, Deuxième prénom, Segundo nombre = middle_name
	Suffixe, Sufijo = suffix
	Straße geschäftlich, Strasse geschäftlich, Rue (bureau), Calle del trabajo = street
	Ort geschäftlich, Ville (bureau), Ciudad de trabajo, Ciudad del trabajo = city
	Region geschäftlich, Bundesland/Kanton geschäftlich, Dép/Région (bureau), Provincia o estado de trabajo = state
	Postleitzahl geschäftlich, Code postal (bureau), Código postal del trabajo = postal_code
	Land/Region geschäftlich, Pays/Région (bureau), Pays (bureau), País o región del trabajo = country
	Telefon geschäftlich, Telefon geschäftlich 2, Mobiltelefon, Mobiltelefon 2, Telefon privat, Telefon (privat), Haupttelefon, Weiteres Telefon, Autotelefon,
		Téléphone (bureau), Téléphone 2 (bureau), Tél. mobile, Téléphone mobile, Téléphone (domicile), Téléphone principal, Téléphone (autre),
		Teléfono del trabajo, Teléfono del trabajo 2, Teléfono móvil, Móvil, Particular, Teléfono principal = phones
	Telefon Firma, Webseite, Téléphone société, Page Web, Página web, Número de centralita de la organización = account.note
	Firma, Société, Organización, Compañía = account.name
	Abteilung, Service, Departamento = function?
	Position, Titre (2), Fonction, Puesto, Cargo = title
	E-Mail-Adresse, E-Mail: Adresse, Adresse de messagerie, Adresse de courrier, Dirección de correo electrónico, Dirección del correo electrónico = email
	Name des/der Vorgesetzten, Vorgesetzte(r), Vorgesetzter, Responsable, Nom du responsable, Nombre del director, Administrador, Jefe = reports_to
	Kategorien, Catégories, Categorías = tags
	Notizen, Notas = notes`

// What people call their columns, whatever the program.

const localPeople = `
	Ansprechpartner, Kontakt, Kontaktperson, Vollständiger Name, Nom complet, Interlocuteur, Partie prenante, Nombre completo, Contacto, Interlocutor = full_name
	Vorname, Prénom, Prenom, Nombre, Nombre de pila = first_name
	Nachname, Familienname, Nom, Nom de famille, Apellido, Apellidos = last_name
	E-Mail-Adresse, Mailadresse, Adresse e-mail, Adresse email, Courriel, Correo, Correo electrónico = email
	Telefon, Telefonnummer, Mobil, Mobiltelefon, Mobiltelefonnummer, Handy, Durchwahl, Téléphone, Telephone portable, Numéro de téléphone, Portable, Mobile,
		Numéro de téléphone mobile, Numéro de mobile, Teléfono, Móvil, Número de teléfono, Número de teléfono móvil, Número de móvil = phones
	Jobbezeichnung, Berufsbezeichnung, Stellenbezeichnung, Funktion, Position, Jobtitel, Fonction, Poste, Intitulé du poste, Intitulé de poste, Cargo, Puesto,
		Puesto de trabajo = title
	Abteilung, Service, Département, Departamento = function?
	Vorgesetzter, Vorgesetzte, Berichtet an, Responsable, Supérieur, Jefe, Reporta a = reports_to
	Firma, Unternehmen, Unternehmensname, Firmenname, Kunde, Société, Entreprise, Nom de l'entreprise, Client, Empresa, Nombre de la empresa, Compañía,
		Cliente = account.name
	Straße, Strasse, Straße und Hausnummer, Rue, Calle = street
	Ort, Stadt, Ville, Ciudad = city
	Bundesland, Bundesland/Region, Région, Provincia, Estado/Región, État/Région = state
	PLZ, Postleitzahl, Code postal, Código postal = postal_code
	Land, Land/Region, Pays, Pays/Région, País, País/región = country
	Adresse, Anschrift, Dirección = location
	Notizen, Bemerkung, Bemerkungen, Anmerkungen, Remarques, Notas, Comentarios = notes
	Datum der letzten Aktivität, Letzte Aktivität, Date de la dernière activité, Fecha de la última actividad = touched?`

const localCompanies = `
	Firma, Unternehmen, Unternehmensname, Firmenname, Kunde, Société, Entreprise, Nom de l'entreprise, Client, Empresa, Nombre de la empresa, Compañía, Cliente = name
	Branche, Secteur, Secteur d'activité, Sector, Industria = industry
	Mitarbeiter, Mitarbeiterzahl, Anzahl Mitarbeiter, Anzahl der Mitarbeiter, Anzahl der Beschäftigten, Effectif, Nombre d'employés, Empleados, Número de empleados = employees
	Umsatz, Jahresumsatz, Chiffre d'affaires, Chiffre d'affaires annuel, CA, Ingresos, Ingresos anuales, Facturación = annual_revenue
	Straße, Strasse, Straße und Hausnummer, Rue, Calle = street
	Ort, Stadt, Ville, Ciudad = city
	Bundesland, Bundesland/Region, Région, Provincia, Estado/Región, État/Région = state
	PLZ, Postleitzahl, Code postal, Código postal = postal_code
	Land, Land/Region, Pays, Pays/Région, País, País/región = country
	Sitz, Hauptsitz, Adresse, Anschrift, Siège, Siège social, Sede, Dirección = hq
	Kundenbetreuer, Betreuer, Verantwortlich, Responsable, Commercial = owner
	Währung, Devise, Moneda = currency
	Beschreibung, Descripción = description
	Notizen, Bemerkung, Bemerkungen, Anmerkungen, Remarques, Notas, Comentarios = notes`

const localNames = `
	Firma, Unternehmen, Kunde, Société, Entreprise, Client, Empresa, Cliente = account.name
	Notizen, Bemerkung, Bemerkungen, Remarques, Notas, Comentarios = notes`

const localStatus = `
	Stand, Statut, Estado = status?`

const localTasks = `
	Aufgabe, Betreff, Titel, Was, Maßnahme, Massnahme, Nächster Schritt, Tâche, Objet, Titre, Action à mener, Prochaine étape, Tarea, Acción, Asunto, Título,
		Próximo paso = title
	Priorität, Priorité, Prioridad = note` + localStatus + localNames

const localDeals = `
	Verkaufschance, Verkaufsprojekt, Opportunité, Affaire, Oportunidad, Negocio = name
	Phase, Vertriebsphase, Verkaufsphase, Étape, Etapa = stage
	Betrag, Wert, Volumen, Auftragswert, Montant, Valeur, Importe, Valor = amount
	Wahrscheinlichkeit, Probabilité, Probabilidad = probability
	Abschluss, Abschlussdatum, Date de clôture, Clôture, Fecha de cierre, Cierre = close
	Verantwortlich, Zuständig, Betreuer, Responsable, Commercial = owner
	Nächster Schritt, Prochaine étape, Próximo paso = next_step
	Währung, Devise, Moneda = row_currency` + localNames

const localMeetings = `
	Thema, Betreff, Besprechung, Sujet, Objet, Réunion, Tema, Asunto, Reunión, Resumen = summary
	Kontakt, Ansprechpartner, Interlocuteur, Contacto = contacts?
	Protokoll, Compte rendu, Acta = notes` + localNames

const localObjectives = localStatus + `
	Priorität, Priorité, Prioridad = priority?` + localNames
