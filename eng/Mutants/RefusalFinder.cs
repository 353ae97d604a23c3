using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MethodCenter.Mutants;

/// <summary>Finds every place where the domain refuses, warns or finds fault, and every place where a refusal is passed on.</summary>
internal sealed partial class RefusalFinder(SemanticModel model, string path, int first)
{
    private static readonly string[] Verdicts = ["Error", "Warning", "FrdoFault"];

    private readonly List<Refusal> _found = [];
    private readonly Dictionary<string, int> _names = [];

    public IReadOnlyList<Refusal> Find()
    {
        foreach (var node in model.SyntaxTree.GetRoot().DescendantNodes())
        {
            switch (node)
            {
                case MemberAccessExpressionSyntax access when IsOfCatalogue(access):
                    ExpressionSyntax said = access.Parent is InvocationExpressionSyntax call ? call : access;
                    Add(access, Place(said));
                    break;
                case IfStatementSyntax guard when PassedOn(guard) is { } passed:
                    Add(passed, Condition(guard.Condition, passed, Deletion.Never, guard.Statement));
                    break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } either:
                    AddPassedOn(either.Left);
                    AddPassedOn(either.Right);
                    break;
                case ReturnStatementSyntax { Expression: { } answer }:
                    AddPassedOn(answer);
                    break;
                case ArrowExpressionClauseSyntax arrow:
                    AddPassedOn(arrow.Expression);
                    break;
            }
        }

        return _found;
    }

    private void AddPassedOn(ExpressionSyntax answer)
    {
        if (
            answer is InvocationExpressionSyntax call
            && TypeOf(call) == "Error"
            && model.GetSymbolInfo(call).Symbol
                is IMethodSymbol { ReturnNullableAnnotation: NullableAnnotation.Annotated }
        )
        {
            Add(call, (Deletion.NotPassedOn, call));
        }
    }

    /// <summary>What the guard returns: an error that somebody else has made.</summary>
    private ExpressionSyntax? PassedOn(IfStatementSyntax guard)
    {
        var last = guard.Statement is BlockSyntax block ? block.Statements.LastOrDefault() : guard.Statement;
        return
            last is ReturnStatementSyntax { Expression: { } answer }
            && TypeOf(answer) is "Error"
            && !answer.DescendantNodesAndSelf().OfType<MemberAccessExpressionSyntax>().Any(IsOfCatalogue)
            ? answer
            : null;
    }

    private bool IsOfCatalogue(MemberAccessExpressionSyntax access) =>
        model.GetSymbolInfo(access).Symbol is { ContainingType: { IsStatic: true } catalogue } symbol
        && catalogue.Name.EndsWith("Errors", StringComparison.Ordinal)
        && symbol switch
        {
            IMethodSymbol method => Verdicts.Contains(method.ReturnType.Name),
            IFieldSymbol { IsConst: false } field => Verdicts.Contains(field.Type.Name),
            IPropertySymbol property => Verdicts.Contains(property.Type.Name),
            _ => false,
        };

    private string? TypeOf(ExpressionSyntax expression) => model.GetTypeInfo(expression).Type?.Name;

    private static (Deletion Deletion, SyntaxNode Target) Place(ExpressionSyntax said)
    {
        for (SyntaxNode node = said; node.Parent is { } parent; node = parent)
        {
            switch (parent)
            {
                case ConditionalExpressionSyntax choice when node == choice.WhenTrue:
                    return Condition(choice.Condition, said, Deletion.Never, choice.WhenTrue);
                case ConditionalExpressionSyntax choice when node == choice.WhenFalse:
                    return Condition(choice.Condition, said, Deletion.Always, choice.WhenFalse);
                case SwitchExpressionArmSyntax arm:
                    return (Deletion.NoArm, arm);
                case BinaryExpressionSyntax or LambdaExpressionSyntax or ArrowExpressionClauseSyntax:
                    return (Deletion.OtherReason, said);
                case StatementSyntax statement:
                    return Place(statement, said);
            }
        }

        return (Deletion.OtherReason, said);
    }

    private static (Deletion Deletion, SyntaxNode Target) Place(StatementSyntax statement, ExpressionSyntax said)
    {
        var whole =
            statement.Parent is BlockSyntax block && block.Parent is StatementSyntax or ElseClauseSyntax
                ? statement.Parent
                : statement;
        return whole.Parent switch
        {
            IfStatementSyntax guard when guard.Statement == whole => Condition(
                guard.Condition,
                said,
                Deletion.Never,
                guard.Statement
            ),
            SwitchSectionSyntax section when !section.Labels.Any(label => label is DefaultSwitchLabelSyntax) => (
                Deletion.NoArm,
                section
            ),
            _ when statement is ExpressionStatementSyntax or YieldStatementSyntax => (Deletion.NoStatement, statement),
            _ => (Deletion.OtherReason, said),
        };
    }

    /// <summary>A condition that declares what is used where it does not lead to the refusal cannot be taken away.</summary>
    private static (Deletion Deletion, SyntaxNode Target) Condition(
        ExpressionSyntax condition,
        ExpressionSyntax said,
        Deletion deletion,
        SyntaxNode refusing
    )
    {
        var declared = condition
            .DescendantNodes()
            .OfType<SingleVariableDesignationSyntax>()
            .Select(variable => variable.Identifier.ValueText)
            .ToHashSet();
        var scope = condition.Ancestors().First(node => node is BlockSyntax or MemberDeclarationSyntax);
        var used = scope
            .DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Any(name =>
                declared.Contains(name.Identifier.ValueText)
                && !condition.Span.Contains(name.Span)
                && !refusing.Span.Contains(name.Span)
                && name.SpanStart > condition.SpanStart
            );
        return used ? (Deletion.OtherReason, said) : (deletion, condition);
    }

    private void Add(ExpressionSyntax said, (Deletion Deletion, SyntaxNode Target) place)
    {
        var member = said.AncestorsAndSelf()
            .OfType<MemberDeclarationSyntax>()
            .First(declaration => declaration is not BaseTypeDeclarationSyntax);
        var name = member switch
        {
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            PropertyDeclarationSyntax property => property.Identifier.ValueText,
            _ => member.Kind().ToString(),
        };
        var key = $"{path}: {name}: {Spaces().Replace(said.ToString(), " ")}";
        var times = _names[key] = _names.GetValueOrDefault(key) + 1;
        _found.Add(
            new Refusal(
                first + _found.Count,
                times == 1 ? key : $"{key} ({times})",
                $"{path}:{said.GetLocation().GetLineSpan().StartLinePosition.Line + 1}",
                place.Deletion,
                place.Target
            )
        );
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
