using System.Collections.Concurrent;
using MethodCenter.Application;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Learning.Certificates;
using MethodCenter.Domain.Territory.Accounts;
using MethodCenter.Infrastructure.Persistence;
using MethodCenter.Infrastructure.Persistence.Providers.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
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
                .UseSqlServer(new FakeConnection(Statements.Enqueue, Answers.Answer))
                .ConfigureWarnings(warnings =>
                    warnings.Ignore(CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning)
                );
            return new SqlServerMethodCenterContext(options.Options) { Caller = provider.GetRequiredService<Caller>() };
        });

        // Made-up rows hold no key that could sign.
        services.Replace(ServiceDescriptor.Singleton<ICredentialSigner>(new NoSigner()));
        _services = services.BuildServiceProvider();
    }

    public FakeAnswers Answers { get; }

    /// <summary>Every statement sent so far.</summary>
    public ConcurrentQueue<string> Statements { get; } = new();

    public IServiceProvider Services => _services;

    /// <summary>A scope in which a system administrator acts in a centre.</summary>
    public AsyncServiceScope Administrator() => Scope(null, new CallerGrant(Role.SystemAdministrator, null));

    /// <summary>A scope in which a role limited to one organisation acts.</summary>
    public AsyncServiceScope LimitedTo(Guid organisationId, Role role) =>
        Scope(FakeReader.Id, new CallerGrant(role, organisationId));

    public ValueTask DisposeAsync() => _services.DisposeAsync();

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
