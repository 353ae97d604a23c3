using System.Data;

namespace MethodCenter.Infrastructure.Tests.Persistence.SqlServer;

/// <summary>The judge of captured SQL finds what it is there for.</summary>
public sealed class SqlJudgeTests
{
    private static readonly SqlJudge Judge = MakeJudge();

    public static TheoryData<string, string> Refused =>
        new()
        {
            {
                "SELECT 1 FROM [employees] AS [e] WHERE [e].[name_key] IN "
                    + "(SELECT [n].[value] FROM OPENJSON(@p) WITH ([value] nvarchar(300) '$') AS [n])",
                "468"
            },
            {
                "SELECT 1 FROM [employees] AS [e] INNER JOIN "
                    + "(SELECT [n].[value] AS [v] FROM OPENJSON(@p) WITH ([value] nvarchar(9) '$') AS [n]) AS [d] "
                    + "ON [e].[name_key] + N'x' = [d].[v]",
                "468"
            },
            {
                "SELECT [e].[name_key] FROM [employees] AS [e] UNION ALL "
                    + "SELECT [n].[value] FROM OPENJSON(@p) WITH ([value] nvarchar(9) '$') AS [n]",
                "468"
            },
            {
                "SELECT COALESCE([e].[name_key] COLLATE Latin1_General_CI_AS, "
                    + "[e].[last_name] COLLATE Latin1_General_100_BIN2) FROM [employees] AS [e] WHERE 1 = "
                    + "CASE WHEN COALESCE([e].[name_key] COLLATE Latin1_General_CI_AS, "
                    + "[e].[last_name] COLLATE Latin1_General_100_BIN2) = N'x' THEN 1 ELSE 0 END",
                "468"
            },
            { "SELECT SUM((SELECT COUNT(*) FROM [courses] AS [c])) FROM [employees] AS [e]", "130" },
            {
                "SELECT COUNT(CASE WHEN EXISTS (SELECT 1 FROM [courses] AS [c]) THEN 1 END) FROM [employees] AS [e]",
                "130"
            },
            { "SELECT MAX(COUNT(*)) FROM [employees] AS [e]", "130" },
            { "SELECT 1 FROM [employees] AS [e] GROUP BY (SELECT TOP(1) [c].[id] FROM [courses] AS [c])", "144" },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_the_server_refuses_is_found(string sql, string number)
    {
        TSql.ShouldParse(sql);

        Judge
            .Faults(sql, [new SentParameter("@p", SqlDbType.NVarChar, -1)])
            .ShouldContain(fault => fault.Contains(number));
    }

    [Theory]
    [InlineData("name_key", SqlDbType.NVarChar, 5)]
    [InlineData("name_key", SqlDbType.VarChar, 200)]
    [InlineData("snils", SqlDbType.NVarChar, 11)]
    [InlineData("id", SqlDbType.UniqueIdentifier, 0)]
    [InlineData("id", SqlDbType.VarBinary, 8000)]
    [InlineData("birth_date", SqlDbType.DateTime2, 0)]
    public void A_parameter_that_does_not_fit_its_column_is_found(string column, SqlDbType type, int size) =>
        Judge
            .Faults(
                $"SELECT 1 FROM [employees] AS [e] WHERE [e].[{column}] = @p",
                [new SentParameter("@p", type, size)]
            )
            .ShouldHaveSingleItem();

    [Theory]
    [InlineData(
        "SELECT 1 FROM [employees] AS [e] WHERE [e].[name_key] LIKE N'%x%' AND [e].[name_key] = [e].[last_name]"
    )]
    [InlineData(
        "SELECT 1 FROM [employees] AS [e] WHERE [e].[name_key] IN (SELECT [n].[value] COLLATE Latin1_General_100_BIN2 "
            + "FROM OPENJSON(@p) WITH ([value] nvarchar(300) '$') AS [n])"
    )]
    [InlineData("SELECT SUM(CASE WHEN [e].[name_key] = N'x' THEN 1 ELSE 0 END) FROM [employees] AS [e]")]
    public void What_is_sound_is_let_pass(string sql) =>
        Judge.Faults(sql, [new SentParameter("@p", SqlDbType.NVarChar, -1)]).ShouldBeEmpty();

    private static SqlJudge MakeJudge()
    {
        using var model = Models.Open(DatabaseProvider.SqlServer);
        return new SqlJudge(model);
    }
}
