using System.Collections.Frozen;
using AutoMapper;
using FluentValidation;
using MethodCenter.Application.Career.Attestations;
using MethodCenter.Application.Common.Batches;
using MethodCenter.Application.Common.Behaviours;
using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Improvement.SupportProgrammes;
using MethodCenter.Application.Learning.Applications;
using MethodCenter.Application.Learning.Campaigns;
using MethodCenter.Application.Learning.Certificates;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Feedback;
using MethodCenter.Application.Learning.Frdo;
using MethodCenter.Application.Learning.Orders;
using MethodCenter.Application.Learning.Programmes;
using MethodCenter.Application.Office.Imports;
using MethodCenter.Application.Office.Webhooks;
using MethodCenter.Application.Teaching.CalendarLinks;
using MethodCenter.Application.Teaching.Lessons;
using MethodCenter.Application.Teaching.Rooms;
using MethodCenter.Application.Teaching.Timetables;
using MethodCenter.Application.Territory.Accounts;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Application.Territory.Positions;
using MethodCenter.Application.Training.TrainingPlans;
using MethodCenter.Application.Training.TrainingRecords;
using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Improvement.SupportProgrammes;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Feedback;
using MethodCenter.Domain.Learning.Frdo;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Teaching.Calendars;
using MethodCenter.Domain.Training.TrainingRecords;
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
        services.AddScoped<WaitingList>();
        services.AddScoped<CertificateRegister>();
        services.AddScoped<LessonDesk>();
        services.AddScoped<OrderDesk>();
        services.AddScoped<TimetableDesk>();
        services.AddScoped<TimetableFeed>();
        services.AddScoped<ICertificateVerification, CertificateVerification>();
        services.AddScoped<ICalendarLinkFinder, CalendarLinkFinder>();
        services.AddScoped<Applicants>();
        services.AddScoped<QuotaBook>();
        services.AddScoped<Placement>();
        services.AddScoped<Seats>();
        services.AddScoped<FeedbackDesk>();
        services.AddScoped<FrdoDocuments>();
        services.AddScoped<FrdoForesight>();
        services.AddScoped<EmploymentCheck>();
        services.AddScoped<CareerFiles>();
        services.AddScoped<TrainingDueRows>();
        services.AddScoped<TrainingPlanRows>();
        services.AddScoped<PlanGrounds>();
        services.AddScoped<AccountCheck>();
        services.AddScoped<BatchRunner>();
        services.AddDatasets();
        services.AddScoped<IImportRun, ImportRun>();
        services.AddScoped<ImportDifferences>();
        services.AddScoped<OperationQueue>();
        services.AddScoped<OrganisationDirectory>();
        services.AddScoped<PositionDirectory>();
        services.AddScoped<RowCommands>();
        services.AddScoped<PersonMatch>();
        services.AddScoped<PersonDirectory>();
        services.AddScoped<EmployeeMatch>();
        services.AddScoped<WebhookCheck>();
        services.AddScoped<ProgrammeDirectory>();
        services.AddScoped<CampaignDirectory>();
        services.AddScoped<RoomDirectory>();
        services.AddScoped<CourseMatch>();
        services.AddScoped<SupportProgrammeDirectory>();
        services.AddSingleton<IConfigurationProvider>(_ => new MapperConfiguration(configuration =>
            configuration.AddMaps(typeof(DependencyInjection).Assembly)
        ));
        services.AddSingleton<IProjections, Projections>();
        services.AddSingleton(NormDefinitions());
        return services;
    }

    /// <summary>Finds the datasets of the areas with their importers and exporters.</summary>
    private static void AddDatasets(this IServiceCollection services)
    {
        foreach (
            var type in typeof(DependencyInjection)
                .Assembly.GetTypes()
                .Where(type => type is { IsClass: true, IsAbstract: false })
        )
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

    /// <summary>Every norm that the service knows, by code.</summary>
    public static FrozenDictionary<string, NormDefinition> NormDefinitions() =>
        new[]
        {
            ProgrammeNorms.All,
            CourseNorms.All,
            TeachingNorms.All,
            CalendarNorms.All,
            TrainingNorms.All,
            FeedbackNorms.All,
            FrdoNorms.All,
            AttestationNorms.All,
            SupportProgrammeNorms.All,
        }
            .SelectMany(norms => norms)
            .ToFrozenDictionary(norm => norm.Code, StringComparer.Ordinal);
}
