using System.Collections.Frozen;
using AutoMapper;
using FluentValidation;
using MethodCenter.Application.Common.Areas;
using MethodCenter.Application.Common.Batches;
using MethodCenter.Application.Common.Behaviours;
using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Common.Norms;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application;

/// <summary>What the Application layer brings into the container.</summary>
public static class DependencyInjection
{
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        ValidatorOptions.Global.LanguageManager.Enabled = false;
        ValidatorOptions.Global.DefaultRuleLevelCascadeMode = CascadeMode.Stop;
        services.AddMessaging(
            typeof(LogBehaviour<,>),
            typeof(PermissionBehaviour<,>),
            typeof(ValidationBehaviour<,>),
            typeof(ReportBehaviour<,>),
            typeof(UnitOfWorkBehaviour<,>)
        );
        foreach (
            var found in AssemblyScanner.FindValidatorsInAssembly(
                typeof(DependencyInjection).Assembly,
                includeInternalTypes: true
            )
        )
        {
            services.AddSingleton(found.InterfaceType, found.ValidatorType);
        }

        services.AddScoped<Caller>();
        services.AddScoped<BatchRunner>();
        services.AddScoped<RowCommands>();
        services.AddDatasets();
        foreach (var area in Area.All)
        {
            area.AddServices(services);
        }

        services.AddSingleton<IConfigurationProvider>(_ => new MapperConfiguration(configuration =>
            configuration.AddMaps(typeof(DependencyInjection).Assembly)
        ));
        services.AddSingleton<IProjections, Projections>();
        var norms = NormDefinitions();
        services.AddSingleton(norms);
        services.AddSingleton(new NormSet(norms.Values, []));
        return services;
    }

    /// <summary>Every norm that the service knows, by code.</summary>
    public static FrozenDictionary<string, NormDefinition> NormDefinitions() =>
        Area.All.SelectMany(area => area.Norms).ToFrozenDictionary(norm => norm.Code, StringComparer.Ordinal);

    /// <summary>Finds the datasets of the areas with their importers and exporters.</summary>
    private static void AddDatasets(this IServiceCollection services)
    {
        foreach (var type in AssemblyParts.Classes)
        {
            if (typeof(Dataset).IsAssignableFrom(type))
            {
                services.AddSingleton(typeof(Dataset), type);
            }
            else if (typeof(IRowReader).IsAssignableFrom(type))
            {
                services.AddScoped(type);
            }
        }

        services.AddSingleton<DatasetCatalogue>();
    }
}
