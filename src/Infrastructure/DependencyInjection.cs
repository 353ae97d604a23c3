using MethodCenter.Application.Common.Papers;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Common.Tables;
using MethodCenter.Application.Learning.Certificates;
using MethodCenter.Application.Office.Audit;
using MethodCenter.Application.Territory.Accounts;
using MethodCenter.Infrastructure.Health;
using MethodCenter.Infrastructure.Idempotency;
using MethodCenter.Infrastructure.Identity;
using MethodCenter.Infrastructure.Leases;
using MethodCenter.Infrastructure.Papers;
using MethodCenter.Infrastructure.Persistence.Bulk;
using MethodCenter.Infrastructure.Persistence.Providers;
using MethodCenter.Infrastructure.Tables;
using MethodCenter.Infrastructure.Tables.Xlsx;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace MethodCenter.Infrastructure;

/// <summary>What the Infrastructure layer brings into the container.</summary>
public static class DependencyInjection
{
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, IConfiguration configuration)
    {
        var options = DatabaseOptions.Read(configuration);
        var connection = options.ConnectionOf(configuration);

        services.TryAddSingleton(TimeProvider.System);
        services.AddDatabase(options.Provider, connection);
        foreach (var store in typeof(MethodCenterDbContext).GetInterfaces().Where(typeof(IStore).IsAssignableFrom))
        {
            services.AddScoped(store, provider => provider.GetRequiredService<MethodCenterDbContext>());
        }

        services.AddScoped<IAuditTrail>(provider => provider.GetRequiredService<MethodCenterDbContext>());
        services.AddSingleton(
            new WriteGate(
                options.Provider == DatabaseProvider.Sqlite ? 1 : options.MostWriters,
                ProviderRegistration.FileOf(options.Provider, connection)
            )
        );
        services.AddSingleton<OutageLog>();
        services.AddScoped<ChangeRecorder>();
        services.AddScoped<BulkRows>();
        services.AddScoped<IBulk>(provider => provider.GetRequiredService<BulkRows>());
        services.AddScoped<BulkInsert>();
        services.AddScoped<IUnitOfWork, UnitOfWork>();
        services.AddSingleton<CompiledReads>();
        services.AddScoped<IReads, Reads>();
        services.AddScoped<IClock, CentreClock>();
        services.AddScoped<INorms, CentreNorms>();
        services.AddScoped<INumerators, Numerators>();
        services.AddScoped<IExternalKeys, ExternalKeys>();
        services.AddScoped<IAuditLog, AuditLog>();
        services.AddSingleton<SecurityLog>();
        services.AddSingleton<ISecurityLog>(provider => provider.GetRequiredService<SecurityLog>());
        services.AddHostedService<SecurityLogWriter>();
        services.AddScoped<IBulkChanges, BulkChanges>();
        services.AddScoped<DatabaseSetup>();
        services.AddScoped<StoredTexts>();
        services.AddSingleton<HealthFigures>();
        services.AddSingleton<IHealthProbe, HealthProbe>();

        services.AddSingleton<ITableFiles>(new TableFiles());
        services.AddSingleton<IReportWorkbooks, ReportWorkbooks>();

        services.AddSingleton<IPaperWriter, PaperWriter>();
        services.AddSingleton<IQrCodes, QrCodes>();
        services.AddSingleton(PublicAddress.Of(configuration["Public:Address"]));

        services.AddScoped<IIdempotencyStore, IdempotencyStore>();

        services.AddSingleton<IdentityCache>();
        services.AddSingleton<KeyUse>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<IPasswords>(provider => provider.GetRequiredService<Passwords>());
        services.AddSingleton<ApiKeys>();
        services.AddSingleton<IVerificationCodes, VerificationCodes>();
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<ICredentialSigner>(provider => provider.GetRequiredService<SigningKeys>());
        services.AddSingleton<IApiKeys>(provider => provider.GetRequiredService<ApiKeys>());
        services.AddScoped<ISignIn, SignIn>();
        services.AddScoped<Bootstrap>();
        services.AddSingleton<IIdentities, Identities>();

        services.AddDataProtection().SetApplicationName("MethodCenter");
        services.AddSingleton<IXmlRepository, ProtectionKeyRepository>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(
            provider => new ConfigureOptions<KeyManagementOptions>(keys =>
                keys.XmlRepository = provider.GetRequiredService<IXmlRepository>()
            )
        );

        services.AddScoped<LeaseKeeper>();
        services.AddHostedService<Maintenance>();
        Adapters.AddAll(services, configuration);
        return services;
    }
}
