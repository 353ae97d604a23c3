using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Office.Imports;
using MethodCenter.Domain.Office.Imports;
using MethodCenter.Infrastructure.Persistence;
using MethodCenter.Infrastructure.Persistence.Bulk;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace MethodCenter.Infrastructure.Tests.Persistence.SqlServer;

/// <summary>Rows that go to SQL Server in bulk: exactly the given ones, and as a save would have written them.</summary>
public sealed class BulkCopyTests
{
    private static readonly string[] Stamped = ["centre_id", "version"];

    public static TheoryData<string> Tables => SqlServerSqlTests.Tables;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Storing_a_file_leaves_the_operation_that_is_not_saved_yet_alone()
    {
        await using var service = new SqlServerService();
        await using var scope = service.Administrator();
        var services = scope.ServiceProvider;
        services.GetRequiredService<Caller>().Scope.Open(FakeReader.Id, null);
        var database = services.GetRequiredService<MethodCenterDbContext>();
        var unit = services.GetRequiredService<IUnitOfWork>();
        await using var work = await unit.BeginAsync(Cancel);
        var operation = Operation.Reserve(
            new ImportOrder("courses", ImportMode.ValidRows, null, "x.csv", 1),
            FakeReader.Id,
            DateTimeOffset.UnixEpoch
        );
        database.Operations.Add(operation);
        await using var content = new MemoryStream(new byte[1_300_000]);

        await services.GetRequiredService<IOperationFiles>().StoreAsync(operation.Id, content, Cancel);

        service.Statements.ShouldNotContain(sql => sql.Contains("INSERT INTO"));
        service
            .Copied.Select(copied => copied.Table)
            .ShouldBe(["operation_parts", "operation_parts", "operation_parts"]);
        service.Copied.ShouldAllBe(copied => copied.Rows.Count == 1);

        (await unit.SaveAsync(Cancel)).ShouldBeNull();
        var insert = service.Statements.Single(sql => sql.Contains("INSERT INTO [operations]"));
        Inserted(service, insert, "operations")["centre_id"].ShouldBe(FakeReader.Id.ToByteArray(bigEndian: true));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task A_row_in_bulk_is_the_row_that_a_save_writes(string table)
    {
        await using var service = new SqlServerService();
        await using var scope = service.Administrator();
        var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
        var type = database.Model.GetEntityTypes().Single(type => type.GetTableName() == table);
        var row = SqlServerSqlTests.Track(database, table);
        await database.SaveChangesAsync(Cancel);
        var insert = service.Statements.Single(sql => sql.Contains($"INSERT INTO [{table}]"));
        var saved = Inserted(service, insert, table);
        if (type.FindPrimaryKey()!.Properties[0].ValueGenerated == ValueGenerated.OnAdd)
        {
            // The database gives it; a save sends it only since it was set here.
            saved.Remove("id");
        }

        await using var reader = new BulkReader(BulkTable.Of(type), [row], FakeReader.Id.ToByteArray(bigEndian: true));

        reader.Read().ShouldBeTrue();
        Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ShouldBe(saved.Keys, ignoreOrder: true);
        for (var place = 0; place < reader.FieldCount; place++)
        {
            var name = reader.GetName(place);
            if (!Stamped.Contains(name))
            {
                reader.GetValue(place).ShouldBe(saved[name] ?? DBNull.Value, $"{table}.{name}");
            }

            if (!reader.IsDBNull(place))
            {
                reader.GetValue(place).ShouldBeOfType(reader.GetFieldType(place), $"{table}.{name}");
            }
        }

        reader.Read().ShouldBeFalse();
    }

    /// <summary>Of the first row of an insert: what was sent for each column.</summary>
    private static Dictionary<string, object?> Inserted(SqlServerService service, string sql, string table)
    {
        using var text = new StringReader(sql);
        var script = (TSqlScript)new TSql150Parser(true).Parse(text, out _);
        var insert = script
            .Batches.SelectMany(batch => batch.Statements)
            .OfType<InsertStatement>()
            .Select(statement => statement.InsertSpecification)
            .Single(one => ((NamedTableReference)one.Target).SchemaObject.BaseIdentifier.Value == table);
        var sent = service.ParametersOf(sql).ToDictionary(parameter => parameter.Name, parameter => parameter.Value);
        return insert
            .Columns.Select(column => column.MultiPartIdentifier.Identifiers[^1].Value)
            .Zip(((ValuesInsertSource)insert.InsertSource).RowValues[0].ColumnValues)
            .ToDictionary(pair => pair.First, pair => sent[((VariableReference)pair.Second).Name]);
    }
}
