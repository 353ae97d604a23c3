using System.Globalization;
using System.Text;
using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Common.Tables;
using MethodCenter.Application.Office.Imports;
using MethodCenter.Domain.Office.Imports;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Infrastructure.Tests.Persistence.SqlServer;

/// <summary>The SQL that imports and exports run on SQL Server, in the grammar of SQL Server 2019.</summary>
public sealed class SqlServerDatasetTests
{
    private const int MostTurns = 4;

    /// <summary>What the made-up rows hold for any text: so the references of a file are found.</summary>
    private const string AnyText = "x";

    /// <summary>Of each dataset a table that its import looks into.</summary>
    public static TheoryData<string, string> Datasets =>
        new()
        {
            { "applications", "applications" },
            { "attendance", "lessons" },
            { "attestations", "attestations" },
            { "courses", "courses" },
            { "employees", "employees" },
            { "enrolments", "enrolments" },
            { "lessons", "lessons" },
            { "organisations", "organisations" },
            { "participations", "participations" },
            { "programmes", "programmes" },
            { "training-records", "training_records" },
        };

    [Theory]
    [MemberData(nameof(Datasets))]
    public async Task Every_export_parses_with_every_filter_and_scope(string name, string table)
    {
        await using var service = new SqlServerService();
        var dataset = service.Services.GetRequiredService<DatasetCatalogue>().Find(name).Value;
        foreach (var personal in new[] { false, true })
        {
            foreach (var source in new[] { null, "test" })
            {
                foreach (var optional in new[] { false, true })
                {
                    var query = new ExportQuery
                    {
                        Source = source,
                        Personal = personal,
                        Purpose = "сверка",
                    };
                    var filter = (ListQuery)new Plausible(1, optional).Make(dataset.ListType)!;
                    await using var scope = service.Administrator();
                    var answer = await scope
                        .ServiceProvider.GetRequiredService<IDispatcher>()
                        .SendAsync(new ExportRows(name, query, filter), TestContext.Current.CancellationToken);
                    await answer.Value.WriteAsync(Stream.Null, TestContext.Current.CancellationToken);
                    scope.ServiceProvider.GetRequiredService<Caller>().Scope.Open(FakeReader.Id, [FakeReader.Id]);
                    await answer.Value.WriteAsync(Stream.Null, TestContext.Current.CancellationToken);
                }
            }
        }

        service.Statements.ShouldContain(sql => sql.Contains($"FROM [{table}]", StringComparison.Ordinal));
        service.ShouldBeSound();
    }

    [Theory]
    [MemberData(nameof(Datasets))]
    public async Task Every_import_parses_as_far_as_made_up_rows_carry_it(string name, string table)
    {
        await using var service = new SqlServerService();
        var dataset = service.Services.GetRequiredService<DatasetCatalogue>().Find(name).Value;
        var looked = 0;
        for (var turn = 0; turn < MostTurns; turn++)
        {
            service.Answers.Turn = turn;
            foreach (var any in new[] { false, true })
            {
                foreach (var mode in new[] { ImportMode.ValidRows, ImportMode.Compare })
                {
                    service.Answers.Any = any;
                    await using var scope = service.Administrator();
                    service.Statements.Clear();
                    await RunAsync(scope.ServiceProvider, dataset, mode, File(dataset, turn));
                    service.ShouldBeSound();
                    looked += service.Statements.Count(sql =>
                        sql.Contains($"FROM [{table}]", StringComparison.Ordinal)
                    );
                }
            }
        }

        looked.ShouldBeGreaterThan(0);
    }

    private static async Task RunAsync(IServiceProvider services, Dataset dataset, ImportMode mode, string csv)
    {
        var now = new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
        var operation = Operation.Reserve(new ImportOrder(dataset.Name, mode, "test", "x", 1), FakeReader.Id, now);
        operation.Queue();
        operation.Start(FakeReader.Id, now, now.AddMinutes(1)).Refused.ShouldBeFalse();
        services
            .GetRequiredService<Caller>()
            .Authorise(new PermissionAttribute(dataset.WritePermission))
            .ShouldBeNull();
        await using var content = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        try
        {
            await services
                .GetRequiredService<IImportRun>()
                .RunAsync(operation, dataset, content, TestContext.Current.CancellationToken);
        }
        catch (Exception exception) when (exception is not (Xunit.Sdk.XunitException or InvalidCastException))
        {
            // Made-up rows need make no sense to the domain.
        }
    }

    /// <summary>A row with every cell filled.</summary>
    private static string File(Dataset dataset, int turn) =>
        string.Join(';', dataset.Columns.Select(column => column.Name))
        + "\r\n"
        + string.Join(';', dataset.Columns.Select(column => CellOf(column, turn)));

    private static string CellOf(Column column, int turn) =>
        column.Type switch
        {
            TableColumnType.Code => column.Values[turn % column.Values.Count].Code,
            TableColumnType.Day => FakeReader.Day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
            TableColumnType.Flag => "да",
            TableColumnType.Whole => column.Name == "year" ? "2026" : "1",
            TableColumnType.Decimal => "1",
            _ when column.Name.Contains("snils", StringComparison.OrdinalIgnoreCase) => "112-233-445 95",
            _ when column.Name == "academicYear" => "2026-2027",
            _ => AnyText,
        };
}
