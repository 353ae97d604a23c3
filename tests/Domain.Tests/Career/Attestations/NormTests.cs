using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Common.Norms;
using static MethodCenter.Domain.Tests.Career.Attestations.TeacherCareer;

namespace MethodCenter.Domain.Tests.Career.Attestations;

public sealed class NormTests
{
    public static TheoryData<string> Codes => [.. AttestationNorms.All.Select(norm => norm.Code)];

    [Fact]
    public void Every_code_is_defined_once()
    {
        var constants = typeof(AttestationNorms)
            .GetFields()
            .Where(field => field.IsLiteral && field.FieldType == typeof(string))
            .Select(field => (string)field.GetRawConstantValue()!);

        AttestationNorms.All.Select(norm => norm.Code).ShouldBe(constants, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_norm_accepts_its_own_editions_and_fits_its_columns(string code)
    {
        var norm = AttestationNorms.All.Single(norm => norm.Code == code);

        norm.Code.Length.ShouldBeLessThanOrEqualTo(NormDefinition.CodeMaxLength);
        norm.Editions.ShouldNotBeEmpty();
        norm.Editions.ShouldAllBe(edition => edition.Code == code && norm.Accepts(edition.Value));
        norm.Editions.ShouldAllBe(edition => edition.Basis.Length <= RuleReference.BasisMaxLength);
        norm.Editions.ShouldAllBe(edition => edition.Rule.StartsWith("ATT-"));
    }

    [Theory]
    [InlineData(AttestationNorms.ValidityYears, "31.08.2023", NormConfidence.Seen)]
    [InlineData(AttestationNorms.LastDayInclusive, "31.08.2023", NormConfidence.Local)]
    [InlineData(AttestationNorms.HighestPriorExpiredCounts, "31.08.2023", NormConfidence.Assumed)]
    [InlineData(AttestationNorms.HighestPriorExpiredCounts, "01.09.2023", NormConfidence.Seen)]
    [InlineData(AttestationNorms.RefusalPauseYears, "01.09.2023", NormConfidence.Assumed)]
    [InlineData(AttestationNorms.ExtendedTo, "31.08.2020", NormConfidence.Seen)]
    [InlineData(AttestationNorms.ExtendedTo, "02.09.2020", NormConfidence.Assumed)]
    [InlineData(AttestationNorms.ConformityYears, "01.09.2023", NormConfidence.Seen)]
    [InlineData(AttestationNorms.MethodistHighestMustBeValid, "01.09.2023", NormConfidence.Assumed)]
    public void A_norm_tells_how_far_it_can_be_trusted(string code, string on, NormConfidence confidence) =>
        Norms.Get(code, Day(on)).Confidence.ShouldBe(confidence);
}
