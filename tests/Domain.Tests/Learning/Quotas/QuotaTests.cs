using MethodCenter.Domain.Learning.Quotas;

namespace MethodCenter.Domain.Tests.Learning.Quotas;

public sealed class QuotaTests
{
    private static readonly QuotaTerms Terms = new(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), 3);
    private static readonly QuotaFacts Facts = QuotaSamples.Facts;

    [Fact]
    public void It_is_for_a_course_or_for_the_programme()
    {
        Quota.Set(Terms, Facts).Value.TargetId.ShouldBe(Terms.CourseId!.Value);
        Quota.Set(Terms with { CourseId = null }, Facts).Value.TargetId.ShouldBe(Terms.ProgrammeId);
    }

    [Fact]
    public void It_is_set_where_quotas_decide_for_what_belongs_together_and_once()
    {
        Code(Facts with { ByQuota = false }).ShouldBe("quota.campaign-without-quotas");
        Code(Facts with { ProgrammeKnown = false }).ShouldBe("programme.unknown");
        Code(Facts with { CourseOfProgramme = false }).ShouldBe("quota.other-programme");
        Code(Facts with { OrganisationKnown = false }).ShouldBe("organisation.unknown");
        Code(Facts with { AlreadySet = true }).ShouldBe("quota.already-set");

        static string? Code(QuotaFacts facts) => Quota.Set(Terms, facts).Error?.Code;
    }

    [Fact]
    public void Without_a_course_none_has_to_be_of_the_programme() =>
        Quota.Set(Terms with { CourseId = null }, Facts with { CourseOfProgramme = false }).Refused.ShouldBeFalse();
}
