using System.Text.RegularExpressions;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Learning.Reports;
using MethodCenter.Application.Training.Reports;

namespace MethodCenter.Application.Tests.Common;

/// <summary>Only counts of persons are withheld and rounded; years and terms are told as they are.</summary>
public sealed partial class SmallCellsOfTermsTests
{
    [Fact]
    public void A_year_and_a_term_are_not_rounded_as_if_they_counted_persons()
    {
        var plans = new TrainingPlanReport
        {
            Year = 2026,
            Total = new TrainingPlanCounts { Due = 13 },
        };
        var due = new TrainingDueReport { PeriodYears = 3, WarningMonths = 6 };
        var frdo = new FrdoDeadlineReport
        {
            DeadlineDays = 21,
            WarningDays = 14,
            Total = 13,
        };

        SmallCells.RoundDown(plans);
        SmallCells.RoundDown(due);
        SmallCells.RoundDown(frdo);

        (plans.Year, due.PeriodYears, due.WarningMonths).ShouldBe((2026, 3, 6));
        (frdo.DeadlineDays, frdo.WarningDays, frdo.Total).ShouldBe((21, 14, 10));
        plans.Total.Due.ShouldBe(10);
    }

    [Fact]
    public void What_is_called_by_a_unit_of_time_or_a_number_counts_no_persons() =>
        typeof(SmallCells)
            .Assembly.GetTypes()
            .Where(type => type.IsPublic)
            .SelectMany(type => type.GetProperties())
            .Where(member => Measures().IsMatch(member.Name) && SmallCells.MayBeWithheld(member))
            .Select(member => $"{member.DeclaringType!.Name}.{member.Name}")
            .ShouldBeEmpty("[NotPersons] says that a member counts no persons");

    /// <summary>«WarningMonths», but not «Within3Months», who are persons.</summary>
    [GeneratedRegex(@"(?<!\d)(Years?|Months?|Days?|Hours|Number|Position|Version)$")]
    private static partial Regex Measures();
}
