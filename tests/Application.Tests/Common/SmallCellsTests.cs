using CsCheck;
using MethodCenter.Application.Career.Reports;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Learning.Reports;
using MethodCenter.Application.Teaching.Reports;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Career.Attestations;

namespace MethodCenter.Application.Tests.Common;

/// <summary>What is withheld cannot be computed back from what is shown.</summary>
public sealed class SmallCellsTests
{
    private const int Tries = 3000;

    [Fact]
    public void The_only_refusal_of_a_school_is_not_shown_and_does_not_follow()
    {
        var report = Applications([(30, 29, 1), (40, 40, 0), (25, 15, 10), (60, 30, 30)]);

        SmallCells.Protect(report);

        var shown = report.Organisations.Select(row => row.Refused != SmallCells.Withheld).ToList();
        shown.ShouldBe([false, true, false, true]);
        report.Organisations[0].SatisfiedPercent.ShouldBeNull();
        report.Total.Refused.ShouldBe(41);
    }

    [Fact]
    public void A_total_that_tells_leaves_only_the_largest_count()
    {
        var report = Applications([(30, 29, 1), (40, 38, 2)]);

        SmallCells.Protect(report);

        (report.Total.Requested, report.Total.Satisfied, report.Total.Refused).ShouldBe(
            (70, SmallCells.Withheld, SmallCells.Withheld)
        );
        report
            .Organisations.Select(row => (row.Requested, row.Satisfied))
            .ShouldBe([(30, SmallCells.Withheld), (40, SmallCells.Withheld)]);
    }

    [Fact]
    public void A_report_of_fewer_than_five_shows_nothing()
    {
        var report = Applications([(1, 1, 0), (2, 2, 0)]);

        SmallCells.Protect(report);

        report.Total.Requested.ShouldBe(SmallCells.Withheld);
        report.Organisations.ShouldAllBe(row => row.Requested == SmallCells.Withheld);
    }

    [Fact]
    public void A_table_in_two_directions_is_shown_whole_or_not_at_all()
    {
        var safe = Attestations([
            [10, 20],
            [30, 5],
        ]);
        var small = Attestations([
            [10, 20],
            [30, 3],
        ]);

        SmallCells.Protect(safe);
        SmallCells.Protect(small);

        safe.Rows.SelectMany(row => row.Cells).ShouldAllBe(cell => cell.Value != SmallCells.Withheld);
        small.Rows.SelectMany(row => row.Cells).ShouldAllBe(cell => cell.Value == SmallCells.Withheld);
        small.Rows.Select(row => row.Total.Value).ShouldBe([30, 33]);
        small.Total.Value.ShouldBe(63);
    }

    [Fact]
    public void Names_are_left_out()
    {
        var report = new TeachingLoadReport
        {
            Teachers = [new TeachingLoadTeacher { FullName = "Иванова Мария Петровна", HoursPlanned = 3 }],
        };

        SmallCells.Protect(report);

        report.Teachers.ShouldBeEmpty();
    }

    /// <summary>
    /// The attacker knows the rule and every shown figure: he tries all values that the withheld rows can have. No count
    /// of fewer than five persons has only one.
    /// </summary>
    [Fact]
    public void Nobody_computes_a_small_count_back()
    {
        var row = Gen.Select(Gen.Int[0, 14], Gen.Int[0, 14], Gen.Int[0, 3])
            .Select((satisfied, refused, other) => (satisfied + refused + other, satisfied, refused));
        row.List[1, 5]
            .Sample(
                rows =>
                {
                    var truth = Applications([.. rows]);
                    var report = Applications([.. rows]);
                    SmallCells.Protect(report);
                    foreach (
                        var row in report.Organisations.Where(one =>
                            one.Requested != SmallCells.Withheld && one.Satisfied != SmallCells.Withheld
                        )
                    )
                    {
                        (row.Requested - row.Satisfied).ShouldNotBeInRange(1, SmallCells.Least - 1);
                        (row.Requested - row.Refused).ShouldNotBeInRange(1, SmallCells.Least - 1);
                        (row.Requested - row.Satisfied - row.Refused).ShouldNotBeInRange(1, SmallCells.Least - 1);
                    }

                    foreach (
                        var count in new Func<ApplicationCounts, int>[]
                        {
                            one => one.Requested,
                            one => one.Satisfied,
                            one => one.Refused,
                        }
                    )
                    {
                        Attack(
                            [.. truth.Organisations.Select(count)],
                            [.. report.Organisations.Select(count)],
                            count(report.Total)
                        );
                    }
                },
                iter: Tries
            );
    }

    [Fact]
    public void A_mark_and_those_without_anything_are_withheld_by_themselves()
    {
        var report = Attestations([
            [20, 30],
            [40, 50],
        ]) with
        {
            Marks =
            [
                new AttestationReportRow
                {
                    Kind = AttestationKind.Mentor,
                    Cells = [new AttestationReportCell { Value = 3, Decisions = 3 }],
                    Total = Figure(3),
                },
            ],
            None = Figure(2),
        };

        SmallCells.Protect(report);

        report.None.Value.ShouldBe(SmallCells.Withheld);
        var mark = report.Marks.ShouldHaveSingleItem();
        mark.Total.Value.ShouldBe(SmallCells.Withheld);
        mark.Cells[0].Value.ShouldBe(SmallCells.Withheld);
        report.Total.Value.ShouldBe(140);
        report.Rows.Select(row => row.Total.Value).ShouldBe([50, 90]);
    }

    /// <summary>Two persons have two decisions each: the difference of both measures would tell of them.</summary>
    [Fact]
    public void Of_two_measures_one_is_left_and_shown_whole()
    {
        var report = Attestations([
            [20, 30],
            [40, 50],
        ]) with
        {
            Total = Figure(140) with { Decisions = 142 },
        };

        SmallCells.Protect(report);

        report.Total.Value.ShouldBe(140);
        IEnumerable<AttestationFigure> figures =
        [
            report.Total,
            .. report.Columns.Select(column => column.Total),
            .. report.Rows.Select(row => row.Total),
            .. report.Rows.SelectMany(row => row.Cells),
        ];
        figures.ShouldAllBe(figure => figure.Decisions == null && figure.Value >= SmallCells.Least);
    }

    /// <summary>
    /// Day after day a few are added, and the attacker reads each time. No count moves by less than five, and of what is
    /// withheld he learns nothing by taking one day from another: every small count has a second value that fits all he saw.
    /// </summary>
    [Fact]
    public void Two_days_of_a_year_that_still_runs_do_not_differ_by_few()
    {
        var day = Gen.Int[0, 3].List[3, 3];
        Gen.Select(Gen.Int[0, 30].List[3, 3], day.List[1, 6])
            .Sample(
                (first, days) =>
                {
                    int[] truth = [.. first];
                    ApplicationReport? before = null;
                    foreach (var added in days)
                    {
                        truth = [.. truth.Zip(added, (had, came) => had + came)];
                        var seen = Running(truth);
                        if (before is not null)
                        {
                            Compare(before.Total, seen.Total);
                            foreach (var (old, present) in before.Organisations.Zip(seen.Organisations))
                            {
                                Compare(old, present);
                            }
                        }

                        before = seen;
                    }
                },
                iter: Tries
            );

        static void Compare(ApplicationCounts before, ApplicationCounts after)
        {
            after.SatisfiedPercent.ShouldBeNull();
            if (before.Requested != SmallCells.Withheld && after.Requested != SmallCells.Withheld)
            {
                (Math.Abs(after.Requested - before.Requested) % SmallCells.Least).ShouldBe(0);
            }
        }
    }

    /// <summary>
    /// A row falls below five, is withheld, and its last shown value with the change of the total would tell it: both are
    /// known in steps only, so that each of one to four fits.
    /// </summary>
    [Fact]
    public void A_count_that_is_withheld_today_does_not_follow_from_yesterday()
    {
        var fits = new HashSet<int>();
        for (var small = 1; small < SmallCells.Least; small++)
        {
            var (yesterday, today) = (Running([5, 40, 60]), Running([small, 40, 60]));
            today.Organisations[0].Requested.ShouldBe(SmallCells.Withheld);
            today.Organisations[1].Requested.ShouldBe(SmallCells.Withheld, "the complement");
            yesterday.Organisations[0].Requested.ShouldBe(5);
            if ((today.Total.Requested, today.Organisations[2].Requested) == (100, 60))
            {
                fits.Add(small);
            }
        }

        fits.Count.ShouldBe(SmallCells.Least - 1);
    }

    /// <summary>As the pipeline does with a period that is not over.</summary>
    private static ApplicationReport Running(int[] requested)
    {
        var report = Applications([.. requested.Select(count => (count, 0, 0))]);
        SmallCells.Protect(report);
        SmallCells.RoundDown(report);
        return report;
    }

    private static void Attack(int[] truth, int[] shown, int total)
    {
        // What is shown is true, and never small.
        for (var place = 0; place < shown.Length; place++)
        {
            if (shown[place] != SmallCells.Withheld)
            {
                shown[place].ShouldBe(truth[place]);
                shown[place].ShouldNotBeInRange(1, SmallCells.Least - 1);
            }
        }

        int[] hidden = [.. Enumerable.Range(0, shown.Length).Where(place => shown[place] == SmallCells.Withheld)];
        if (total == SmallCells.Withheld || hidden.Length == 0)
        {
            return;
        }

        var rest = total - shown.Where(value => value != SmallCells.Withheld).Sum();
        foreach (var place in hidden.Where(place => truth[place] is > 0 and < SmallCells.Least))
        {
            // One unknown has one value; two or more share what is left, if it is more than one small count.
            hidden.Length.ShouldBeGreaterThan(1);
            rest.ShouldBeGreaterThanOrEqualTo(SmallCells.Least);
        }
    }

    private static ApplicationReport Applications((int Requested, int Satisfied, int Refused)[] rows) =>
        new()
        {
            Total = new ApplicationCounts
            {
                Requested = rows.Sum(row => row.Requested),
                Satisfied = rows.Sum(row => row.Satisfied),
                Refused = rows.Sum(row => row.Refused),
            },
            Organisations =
            [
                .. rows.Select(row => new ApplicationReportOrganisation
                {
                    Organisation = new OrganisationReference(),
                    Requested = row.Requested,
                    Satisfied = row.Satisfied,
                    Refused = row.Refused,
                    SatisfiedPercent = 50,
                }),
            ],
        };

    private static AttestationFigure Figure(int persons) => new() { Value = persons, Decisions = persons };

    private static AttestationReport Attestations(int[][] cells) =>
        new()
        {
            Total = Figure(cells.Sum(row => row.Sum())),
            Rows =
            [
                .. cells.Select(row => new AttestationReportRow
                {
                    Cells = [.. row.Select(value => new AttestationReportCell { Value = value, Decisions = value })],
                    Total = Figure(row.Sum()),
                }),
            ],
            Columns =
            [
                .. Enumerable
                    .Range(0, cells[0].Length)
                    .Select(place => new AttestationReportColumn { Total = Figure(cells.Sum(row => row[place])) }),
            ],
        };
}
