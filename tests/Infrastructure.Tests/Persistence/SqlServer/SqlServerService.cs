using System.Collections.Concurrent;
using System.Data.Common;
using MethodCenter.Application;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Learning.Certificates;
using MethodCenter.Domain.Territory.Accounts;
using MethodCenter.Infrastructure.Persistence;
using MethodCenter.Infrastructure.Persistence.Providers;
using MethodCenter.Infrastructure.Persistence.Providers.SqlServer;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MethodCenter.Infrastructure.Tests.Persistence.SqlServer;

/// <summary>The service's own container on the SQL Server model, with a connection that only pretends.</summary>
/// <remarks>
/// Everything up to the wire is real: use cases, EF's translation, the SQL of the provider. What a server would check
/// beyond grammar (names, types, collations, plans) is not.
/// </remarks>
internal sealed class SqlServerService : IAsyncDisposable
{
    private static readonly Lazy<SqlJudge> Judge = new(() =>
    {
        using var model = Models.Open(DatabaseProvider.SqlServer);
        return new SqlJudge(model);
    });

    private readonly ConcurrentDictionary<string, IReadOnlyList<SentParameter>> _parameters = new();
    private readonly ServiceProvider _services;

    public SqlServerService(TimeProvider? time = null)
    {
        using var model = Models.Open(DatabaseProvider.SqlServer);
        Answers = new FakeAnswers(model);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        if (time is not null)
        {
            services.AddSingleton(time);
        }

        services.AddApplication();
        services.AddInfrastructure(new ConfigurationBuilder().Build());
        services.RemoveAll<MethodCenterDbContext>();
        services.AddScoped<MethodCenterDbContext>(provider =>
        {
            var options = new DbContextOptionsBuilder<SqlServerMethodCenterContext>()
                .UseSqlServer(new FakeConnection(Record, Answers.Answer, () => Opening?.Invoke()))
                .ReplaceService<IQuerySqlGeneratorFactory, JsonLists>()
                .AddInterceptors(Outage.Connections, ReferredRows.Interceptor)
                .ConfigureWarnings(warnings =>
                    warnings.Ignore(CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning)
                );
            return new SqlServerMethodCenterContext(options.Options)
            {
                Caller = provider.GetRequiredService<Caller>(),
                SqlServerDialect = new SqlServerDialect(CopyAsync),
            };
        });

        // The configuration names no server; nothing else of it is left.
        services.Replace(ServiceDescriptor.Singleton(new WriteGate(new DatabaseOptions().MostWriters, file: null)));

        // Made-up rows hold no key that could sign or protect.
        services.Replace(ServiceDescriptor.Singleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider()));
        services.Replace(ServiceDescriptor.Singleton<ICredentialSigner>(new NoSigner()));
        _services = services.BuildServiceProvider();
    }

    public FakeAnswers Answers { get; }

    /// <summary>Every statement sent so far.</summary>
    public ConcurrentQueue<string> Statements { get; } = new();

    /// <summary>Rows that went past the commands of EF: table and number.</summary>
    public ConcurrentQueue<(string Table, IReadOnlyList<object[]> Rows)> Copied { get; } = new();

    /// <summary>Plays the driver: throws, or lets a statement pass.</summary>
    public Action<string>? Before { get; set; }

    /// <summary>Plays the driver as a connection is opened.</summary>
    public Action? Opening { get; set; }

    /// <summary>The parameters with which a statement was sent last.</summary>
    public IReadOnlyList<SentParameter> ParametersOf(string sql) => _parameters[sql];

    public IServiceProvider Services => _services;

    /// <summary>Every statement sent so far parses and would be taken with its parameters.</summary>
    public void ShouldBeSound()
    {
        foreach (var sql in Statements.Distinct())
        {
            TSql.ShouldParse(sql);
            Judge.Value.Faults(sql, _parameters.GetValueOrDefault(sql, [])).ShouldBeEmpty(sql);
            sql.ShouldNotContain("uniqueidentifier", Case.Insensitive);
        }
    }

    /// <summary>A scope in which a system administrator acts in a centre.</summary>
    public AsyncServiceScope Administrator() => Scope(null, new CallerGrant(Role.SystemAdministrator, null));

    /// <summary>A scope in which a role limited to one organisation acts.</summary>
    public AsyncServiceScope LimitedTo(Guid organisationId, Role role) =>
        Scope(FakeReader.Id, new CallerGrant(role, organisationId));

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private void Record(string sql, IReadOnlyList<SentParameter> parameters)
    {
        Statements.Enqueue(sql);
        _parameters[sql] = parameters;
        Before?.Invoke(sql);
    }

    private Task CopyAsync(
        DbConnection connection,
        DbTransaction? transaction,
        string table,
        DbDataReader rows,
        CancellationToken cancellationToken
    )
    {
        connection.ShouldBeOfType<FakeConnection>();
        transaction.ShouldNotBeNull();
        List<object[]> copied = [];
        while (rows.Read())
        {
            var row = new object[rows.FieldCount];
            rows.GetValues(row).ShouldBe(rows.FieldCount);
            copied.Add(row);
        }

        Copied.Enqueue((table, copied));
        return Task.CompletedTask;
    }

    private AsyncServiceScope Scope(Guid? home, CallerGrant grant)
    {
        var scope = _services.CreateAsyncScope();
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");
        scope
            .ServiceProvider.GetRequiredService<Caller>()
            .Identify(
                new CallerAccount(FakeReader.Id, home, FakeReader.Id, [grant]),
                new CallerCentre(FakeReader.Id, "test", zone)
            );
        return scope;
    }

    private sealed class NoSigner : ICredentialSigner
    {
        public Task<string> SignAsync(string payload, CancellationToken cancellationToken) =>
            Task.FromResult("unsigned");

        public Task<PublicKeySet> PublicKeysAsync(CancellationToken cancellationToken) =>
            Task.FromResult(new PublicKeySet());
    }
}
