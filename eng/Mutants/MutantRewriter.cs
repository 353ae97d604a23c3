using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace MethodCenter.Mutants;

/// <summary>Writes all mutants of a file into it, each behind the switch.</summary>
internal sealed class MutantRewriter(IEnumerable<Refusal> refusals) : CSharpSyntaxRewriter
{
    private const string Switch = "global::MethodCenter.Domain.Mutants";

    private readonly ILookup<SyntaxNode, Refusal> _refusals = refusals.ToLookup(refusal => refusal.Target);

    public override SyntaxNode? Visit(SyntaxNode? node)
    {
        var visited = base.Visit(node);
        return node is null || visited is null
            ? visited
            : _refusals[node].Aggregate(visited, (code, refusal) => Mutate(code, refusal));
    }

    private static SyntaxNode Mutate(SyntaxNode code, Refusal refusal)
    {
        var live = $"{Switch}.Live({refusal.Number})";
        return (refusal.Deletion, code) switch
        {
            (Deletion.Never, _) => ParseExpression($"(({code}) && {live})"),
            (Deletion.Always, _) => ParseExpression($"(({code}) || !{live})"),
            (Deletion.NotPassedOn, _) => ParseExpression($"{Switch}.Drop({refusal.Number}, {code})"),
            (Deletion.OtherReason, _) => ParseExpression($"{Switch}.Other({refusal.Number}, {code})"),
            (Deletion.NoStatement, _) => ParseStatement($"if ({live}) {{ {code} }}"),
            (Deletion.NoArm, SwitchExpressionArmSyntax arm) => arm.WithWhenClause(When(arm.WhenClause, live)),
            (Deletion.NoArm, SwitchSectionSyntax section) => section.WithLabels(
                List<SwitchLabelSyntax>(section.Labels.Select(label => Guarded(label, live)))
            ),
            _ => throw new InvalidOperationException($"{refusal.Line}: {refusal.Deletion} of {code.Kind()}."),
        };
    }

    private static CasePatternSwitchLabelSyntax Guarded(SwitchLabelSyntax label, string live) =>
        label switch
        {
            CasePatternSwitchLabelSyntax pattern => pattern.WithWhenClause(When(pattern.WhenClause, live)),
            CaseSwitchLabelSyntax constant => CasePatternSwitchLabel(
                ConstantPattern(constant.Value.WithLeadingTrivia(Space)),
                When(null, live),
                Token(SyntaxKind.ColonToken)
            ),
            _ => throw new InvalidOperationException($"No condition can be written to {label}."),
        };

    private static WhenClauseSyntax When(WhenClauseSyntax? before, string live) =>
        WhenClause(ParseExpression(before is null ? live : $"({before.Condition}) && {live}"))
            .NormalizeWhitespace()
            .WithLeadingTrivia(Space)
            .WithTrailingTrivia(Space);
}
