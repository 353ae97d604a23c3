using System.Runtime.CompilerServices;
using System.Text;
using MethodCenter.Application.Common.Security;
using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Tests.Common;

/// <summary>
/// <c>docs/rights.md</c>, the matrix of rights as one sheet: each right stands at its permission, and what a change of one means
/// is reviewed there. <c>UPDATE_DOCS=1</c> writes it.
/// </summary>
public sealed class RightsSheetTests
{
    [Fact]
    public async Task The_sheet_says_what_the_permissions_say()
    {
        var file = Path.Combine(Root(), "docs", "rights.md");
        var cancel = TestContext.Current.CancellationToken;
        var sheet = Sheet();
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            await File.WriteAllTextAsync(file, sheet, cancel);
        }

        (await File.ReadAllTextAsync(file, cancel)).ShouldBe(sheet, "run with UPDATE_DOCS=1 and review the difference");
    }

    private static string Sheet()
    {
        var roles = Enum.GetValues<Role>();
        var sheet = new StringBuilder(
            """
            # Rights

            Which role holds which permission (PD-13). Written from the permissions of the areas by `RightsSheetTests`; what is
            not marked is denied. A mark says what a role may do at all: within which organisations is a matter of the grant.

            """
        );
        sheet.Append("\n| permission |").AppendJoin("|", roles.Select(role => $" {role} ")).Append("|\n|---|");
        sheet.AppendJoin("|", roles.Select(_ => ":-:")).Append("|\n");
        foreach (
            var permission in roles
                .SelectMany(role => RolePermissions.Of(role))
                .Distinct()
                .Order(StringComparer.Ordinal)
        )
        {
            sheet.Append("| ").Append(permission).Append(" |");
            sheet.AppendJoin("|", roles.Select(role => RolePermissions.Of(role).Contains(permission) ? " ● " : "   "));
            sheet.Append("|\n");
        }

        return sheet.ToString();
    }

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
