namespace MethodCenter.Domain.Common;

/// <summary>The rule that decided: stored with a decision and named in every refusal by law.</summary>
/// <param name="Code">Identifier of the rule in this service, e.g. <c>ATT-13</c>.</param>
/// <param name="Basis">The act the rule stands on, as people cite it: «приказ … от 24.03.2023 № 196».</param>
/// <param name="Edition">First day on which this edition of the rule is in force; null: from the beginning.</param>
public sealed record RuleReference(string Code, string Basis, DateOnly? Edition = null)
{
    public const int CodeMaxLength = 20;
    public const int BasisMaxLength = 300;
}
