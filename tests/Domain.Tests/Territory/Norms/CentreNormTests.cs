using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Territory.Norms;

namespace MethodCenter.Domain.Tests.Territory.Norms;

/// <summary>Norms that a centre sets for itself (GEN-1).</summary>
public sealed class CentreNormTests
{
    private static readonly NormTerms Terms = new("36", new DateOnly(2026, 1, 1), null, "Приказ № 5");

    [Theory]
    [InlineData("36", null)]
    [InlineData("36,5", "norm.wrong-value")]
    [InlineData("-1", "norm.wrong-value")]
    [InlineData("10001", "norm.wrong-value")]
    [InlineData("много", "norm.wrong-value")]
    public void Its_value_is_of_the_kind_that_the_norm_has(string value, string? code) =>
        (Set(Terms with { Value = value }).Error?.Code).ShouldBe(code);

    [Theory]
    [InlineData("2026-01-01", null)]
    [InlineData("2025-12-31", "norm.ends-before-start")]
    public void It_does_not_end_before_it_begins(string to, string? code) =>
        (Set(Terms with { ValidTo = DateOnly.Parse(to) }).Error?.Code).ShouldBe(code);

    private static Result<CentreNorm> Set(NormTerms terms) =>
        CentreNorm.Set(ProgrammeNorms.All.Single(norm => norm.Code == ProgrammeNorms.DevelopmentLeastHours), terms);
}
