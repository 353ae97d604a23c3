using System.Text.RegularExpressions;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace MethodCenter.Infrastructure.Tests.Persistence.SqlServer;

/// <summary>Parses Transact-SQL as SQL Server 2019 does.</summary>
internal static partial class TSql
{
    public static IEnumerable<string> Batches(string script) =>
        Go().Split(script).Where(batch => !string.IsNullOrWhiteSpace(batch));

    /// <summary>What the parser finds wrong; empty: nothing.</summary>
    public static IReadOnlyList<string> Faults(string sql)
    {
        using var reader = new StringReader(sql);
        new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        return [.. errors.Select(error => $"{error.Line}:{error.Column} {error.Message}")];
    }

    /// <summary>Asserts that the statement parses, and shows it when it does not.</summary>
    public static void ShouldParse(string sql)
    {
        sql.ShouldNotBeNullOrWhiteSpace();
        var faults = Faults(sql);
        faults.ShouldBeEmpty($"{string.Join("; ", faults)}\n{sql}");
    }

    [GeneratedRegex(@"^\s*GO\s*$", RegexOptions.Multiline)]
    private static partial Regex Go();
}
