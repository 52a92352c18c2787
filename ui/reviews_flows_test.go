package ui_test

import (
	"testing"

	"astute/model"
	"astute/ui/uitest"
)

// reviewsOf are the reviews of a book.
func reviewsOf(t *testing.T, path string) []*model.Review {
	t.Helper()
	book, err := uitest.Open(t, path, "").Book()
	if err != nil {
		t.Fatal(err)
	}
	return model.All[*model.Review](book)
}

func TestTheReviewsSayWhatIsOverdueAndWhatCameOfTheLast(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 120, 40).Keys("8", "z")
	s.Shows("1 overdue", "!>Account Review", "12 d late", "quarterly", "Held", "Nobody of ours has met Claire").Hides("not planned yet")
	if _, y := s.Place("!>Account Review"); y != 3 {
		t.Errorf("the overdue review stands on line %d:\n%s", y, s.Text())
	}
}

func TestTheUsualReviewsArePlannedWithOneKey(t *testing.T) {
	path := uitest.Empty(t)
	s := uitest.Workspace(t, path, 80, 24).Type("Acme").Keys("enter", "8").Shows("P plans the usual reviews").Golden("reviews-empty-80x24")
	s.Keys("P").Shows("1:1 Inspection", "in 14 d", "Account Review", "Wed 1 Apr 2026", "fortnightly").Hides("not planned yet")
	if n := len(reviewsOf(t, path)); n != 2 {
		t.Fatalf("%d reviews were planned", n)
	}
	s.Keys("P").Shows("the usual reviews of this type of plan are there")
	s.Keys("1", "/").Keys("8", "u").Shows("P plans the usual reviews")
	if n := len(reviewsOf(t, path)); n != 0 {
		t.Fatalf("%d reviews are left after undo", n)
	}
}

func TestAnOverdueReviewIsPlannedAnewAndPutOff(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40).Keys("8", "z", "p").Shows("Account Review planned for Thu 19 Mar 2026, tomorrow", "planned")
	s.Keys("p").Shows("Account Review is planned for Thu 19 Mar 2026: e on the day")
	s.Keys("w").Shows("Account Review is now on Thu 26 Mar 2026", "in 8 d")
	var next *model.Review
	for _, r := range reviewsOf(t, path) {
		if r.Type == model.AccountReview && r.Held.IsZero() {
			next = r
		}
	}
	if next == nil || next.On.String() != "2026-03-26" || next.Cadence != model.Quarterly || len(next.Attendees) != 4 {
		t.Fatalf("planned: %+v", next)
	}
	s.Keys("u", "u").Shows("!>Account Review     12 d late")
}

func TestAReviewIsAddedWithWhatIsUsual(t *testing.T) {
	path := uitest.Empty(t)
	s := uitest.Workspace(t, path, 80, 24).Type("Acme").Keys("enter", "8", "a").Shows("Which review?", "With Customer", "quarterly: Is this what the customer")
	s.Type("with").Keys("enter").Shows("filled in with what is usual: Thu 18 Jun 2026", "Quarterly", "Is this what the customer wants")
	s.Keys("ctrl+s").Shows("in 92 d", "With Customer")
	if list := reviewsOf(t, path); len(list) != 1 || list[0].On.String() != "2026-06-18" || list[0].Cadence != model.Quarterly {
		t.Fatalf("%+v", list)
	}
}

func TestTheReviewsAreEditedWhereTheyStand(t *testing.T) {
	path := uitest.Example(t)
	s := uitest.Workspace(t, path, 120, 40).Keys("8", "z", "j", "l", "e").Shows("Next of 1:1 Inspection")
	s.Keys("ctrl+u").Type("+3d").Keys("enter").Shows("in 3 d", "Sat 21 Mar 2026")
	s.Keys("l", "e").Shows("Cadence of 1:1 Inspection").Keys("w").Shows("weekly")
}

func TestTheOverviewLeadsToTheReviews(t *testing.T) {
	s := uitest.Workspace(t, uitest.Example(t), 120, 40).Keys("1")
	stand(t, s, "enter lists them all").Keys("enter").Shows("[8 Reviews]")
}

func TestTheReviewsHaveAPlaceInEverySize(t *testing.T) {
	for _, size := range sizes[1:] {
		plainWorkspace(t, uitest.Example(t), size.w, size.h).Keys("8").Shows("[8 Reviews]", "!>Account Review     12 d late", "fortnightly").Keys("G", "g")
	}
}
