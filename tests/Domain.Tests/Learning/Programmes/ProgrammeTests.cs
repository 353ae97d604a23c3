using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Domain.Tests.Learning.Programmes;

/// <summary>DPO-1, DPO-2.</summary>
public sealed class ProgrammeTests
{
    internal static readonly NormSet Norms = new([.. ProgrammeNorms.All, .. CourseNorms.All], []);

    [Theory]
    [InlineData(ProgrammeKind.ProfessionalDevelopment, 15, false)]
    [InlineData(ProgrammeKind.ProfessionalDevelopment, 16, true)]
    [InlineData(ProgrammeKind.ProfessionalDevelopment, 250, true)]
    [InlineData(ProgrammeKind.Retraining, 249, false)]
    [InlineData(ProgrammeKind.Retraining, 250, true)]
    [InlineData(ProgrammeKind.GeneralDevelopment, 1, true)]
    [InlineData(ProgrammeKind.PermanentSeminar, 4, true)]
    public void The_kind_sets_the_least_hours(ProgrammeKind kind, int hours, bool accepted) =>
        Register(kind, hours, "2024-01-10").Refused.ShouldBe(!accepted);

    [Theory]
    [InlineData("2025-08-31", "499")]
    [InlineData("2025-09-01", "266")]
    public void The_order_in_force_on_the_day_of_approval_refuses(string approvedOn, string order)
    {
        var error = Register(ProgrammeKind.ProfessionalDevelopment, 15, approvedOn).Error!;

        error.Code.ShouldBe("programme.too-few-hours");
        error.Pointer.ShouldBe("/hours");
        error.Params["least"].ShouldBe(16);
        error.Rule!.Code.ShouldBe("DPO-2");
        error.Rule.Basis.ShouldContain($"№ {order}");
    }

    [Fact]
    public void A_norm_of_the_centre_may_be_stricter()
    {
        var own = new NormVersion(
            ProgrammeNorms.DevelopmentLeastHours,
            "36",
            new DateOnly(2024, 1, 1),
            null,
            "DPO-2",
            "приказ 5"
        );
        var norms = new NormSet(ProgrammeNorms.All, [own]);
        var card = new ProgrammeCard("П", 35, ProgrammeLine.Thematic, StudyForm.FullTime, new DateOnly(2024, 1, 1));

        Programme
            .Register("p", ProgrammeKind.ProfessionalDevelopment, card, norms)
            .Error!.Rule!.Basis.ShouldBe("приказ 5");
    }

    [Fact]
    public void A_retired_programme_stays_retired()
    {
        var programme = Register(ProgrammeKind.ProfessionalDevelopment, 36, "2024-01-10").Value;

        programme.Retire().Refused.ShouldBeFalse();
        programme.Retire().Error.ShouldBe(ProgrammeErrors.AlreadyRetired);
    }

    internal static Domain.Common.Result<Programme> Register(ProgrammeKind kind, int hours, string approvedOn) =>
        Programme.Register(
            "p",
            kind,
            new ProgrammeCard(
                "Программа",
                hours,
                ProgrammeLine.Thematic,
                StudyForm.FullTime,
                DateOnly.Parse(approvedOn)
            ),
            Norms
        );
}
