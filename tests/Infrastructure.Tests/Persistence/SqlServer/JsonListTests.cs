using MethodCenter.Domain.Common;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Territory.Employees;
using MethodCenter.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Infrastructure.Tests.Persistence.SqlServer;

/// <summary>Lists that are longer than SQL Server takes parameters, and those that are always sent as one.</summary>
public sealed class JsonListTests
{
    private const int MoreThanParameters = 2_200;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Texts_of_a_list_have_the_collation_of_the_column()
    {
        await using var service = new SqlServerService();
        await using var scope = service.Administrator();
        var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
        string[] names = [.. Enumerable.Range(0, MoreThanParameters).Select(number => $"ИМЯ {number}")];

        await database
            .Set<Employee>()
            .Where(one => names.Contains(one.NameKey))
            .Select(one => one.Id)
            .ToListAsync(Cancel);
        string[] few = ["a", "b"];
        await database.Set<Employee>().Where(one => EF.Parameter(few).Contains(one.NameKey)).CountAsync(Cancel);

        service.Statements.Count.ShouldBe(2);
        service.Statements.ShouldAllBe(sql =>
            sql.Contains("[value] COLLATE Latin1_General_100_BIN2", StringComparison.OrdinalIgnoreCase)
        );
        service.Statements.ShouldAllBe(sql => sql.Contains("OPENJSON"));
        service.ShouldBeSound();
    }

    [Fact]
    public async Task Ids_of_a_list_are_the_bytes_of_the_column()
    {
        await using var service = new SqlServerService();
        await using var scope = service.Administrator();
        var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
        Guid[] ids = [.. Enumerable.Range(0, MoreThanParameters).Select(_ => EntityId.New())];

        await database.Set<Course>().Where(one => ids.Contains(one.Id)).Select(one => one.Number).ToListAsync(Cancel);

        var sql = service.Statements.ShouldHaveSingleItem();
        sql.ShouldContain("CONVERT(binary(16), ");
        sql.ShouldContain("[Value] char(32) '$'");
        var sent = (string)
            service.ParametersOf(sql).Single(parameter => parameter.Size < 0 || parameter.Size > 4000).Value!;
        sent.ShouldStartWith($"[\"{Convert.ToHexString(ids[0].ToByteArray(bigEndian: true))}\",\"");
        service.ShouldBeSound();
    }

    [Fact]
    public async Task An_id_is_sent_as_its_bytes_most_significant_first()
    {
        await using var service = new SqlServerService();
        await using var scope = service.Administrator();
        var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
        var id = FakeReader.Id;

        (
            await database.Set<Course>().Where(one => one.Id == id).Select(one => one.Id).ToListAsync(Cancel)
        ).ShouldContain(id);

        service
            .ParametersOf(service.Statements.Single())
            .ShouldContain(parameter =>
                parameter.Value is byte[] && ((byte[])parameter.Value).SequenceEqual(id.ToByteArray(true))
            );
    }
}
