using System.Collections.Immutable;
using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Domain.Learning.Courses;

/// <summary>Norms of courses: the usual size of a group (DPO-10, SPB-08). Exceeding it is a warning, not a refusal.</summary>
public static class CourseNorms
{
    public const string ThematicGroupSize = "course.thematic-group-size";
    public const string IctGroupSize = "course.ict-group-size";

    private const string Basis =
        "Норма центра: группы по 25 человек, группы ИКТ по 12 (отчёт ИМЦ Центрального района, 2019–2020)";

    public static readonly ImmutableArray<NormDefinition> All =
    [
        Size(ThematicGroupSize, "25"),
        Size(IctGroupSize, "12"),
    ];

    public static NormVersion GroupSize(ProgrammeLine line, DateOnly on, NormSet norms) =>
        norms.Get(line == ProgrammeLine.Ict ? IctGroupSize : ThematicGroupSize, on);

    private static NormDefinition Size(string code, string size) =>
        new(
            code,
            NormValueKind.WholeNumber,
            [new NormVersion(code, size, null, null, "DPO-10", Basis, NormConfidence.Local)]
        )
        {
            Range = (1, Course.MostCapacity),
            MayBeNone = true,
        };
}
