using System.Collections.Immutable;
using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Domain.Teaching.Lessons;

/// <summary>Teaching rates of a centre (SPB-22): how many it has by line, and what one rate teaches in a year.</summary>
public static class TeachingNorms
{
    public const string GroupsPerRate = "teaching.groups-per-rate";

    /// <summary>Academic hours of a rate in a year.</summary>
    public const string HoursPerRate = "teaching.hours-per-rate";

    public const string ThematicRates = "teaching.thematic-rates";
    public const string IctRates = "teaching.ict-rates";
    public const string ManagementRates = "teaching.management-rates";

    private const string Basis =
        "Норма центра: 16 программ по 72 часа на 2 ставки по 8 групп, одна ставка — ИКТ, модули по 36 часов (отчёт ИМЦ Центрального района, 2019–2020)";

    public static readonly ImmutableArray<NormDefinition> All =
    [
        Norm(GroupsPerRate, "8", (1, 200)),
        Norm(HoursPerRate, "576", (1, 5000)),
        Norm(ThematicRates, "1", (0, 200)),
        Norm(IctRates, "1", (0, 200)),
        Norm(ManagementRates, "0", (0, 200)),
    ];

    private static NormDefinition Norm(string code, string value, (int, int) range) =>
        new(
            code,
            NormValueKind.WholeNumber,
            [new NormVersion(code, value, null, null, "SPB-22", Basis, NormConfidence.Local)]
        )
        {
            Range = range,
        };
}

/// <summary>What the teaching rates of a line should teach in a year, as the norms of its first day say.</summary>
public sealed record TeachingPlan(ProgrammeLine Line, int Rates, int GroupsPerRate, int HoursPerRate)
{
    public int Groups => Rates * GroupsPerRate;

    public int Hours => Rates * HoursPerRate;

    public static TeachingPlan Of(ProgrammeLine line, AcademicYear year, NormSet norms)
    {
        var rates = line switch
        {
            ProgrammeLine.Ict => TeachingNorms.IctRates,
            ProgrammeLine.Management => TeachingNorms.ManagementRates,
            _ => TeachingNorms.ThematicRates,
        };
        return new TeachingPlan(
            line,
            norms.WholeNumber(rates, year.From),
            norms.WholeNumber(TeachingNorms.GroupsPerRate, year.From),
            norms.WholeNumber(TeachingNorms.HoursPerRate, year.From)
        );
    }

    /// <summary>How many rates so many hours are, to a hundredth.</summary>
    public decimal RatesOf(int hours) => decimal.Round((decimal)hours / HoursPerRate, 2, MidpointRounding.AwayFromZero);

    /// <summary>Groups of a course: one in each half-year in which it runs; groups are not divided.</summary>
    public static int GroupsOf(CourseSeason season) => season == CourseSeason.AutumnAndSpring ? 2 : 1;
}
