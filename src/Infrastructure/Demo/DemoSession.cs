using System.Collections.Immutable;
using System.Globalization;
using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Office.Imports;
using MethodCenter.Application.Territory.Accounts;
using MethodCenter.Application.Territory.Centres;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Application.Territory.Positions;
using MethodCenter.Application.Texts;
using MethodCenter.Domain.Territory.Accounts;
using MethodCenter.Domain.Territory.Organisations;
using MethodCenter.Infrastructure.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Infrastructure.Demo;

/// <summary>Kinds of demo objects; each kind has ids of its own.</summary>
internal enum DemoKind
{
    Centre,
    Organisation,
    Employee,
    Programme,
    Course,
    Enrolment,
    Attestation,
    StatedFigure,
    Support,
    Account,
    Step,
    Webhook,
    Operation,
    Certificate,
    TrainingRecord,
    Campaign,
    Quota,
    Application,
    OutsideTraining,
    FrdoPackage,
    Room,
    Calendar,
    Lesson,
    FinalAssessment,
    FinalWork,
    Feedback,
    Order,
    CalendarLink,
    Norm,
}

/// <summary>An organisation of the demo, and how many teachers are to be made up for it.</summary>
internal sealed record DemoOrganisation(Guid Id, string Code, InstitutionGroup Group, int Teachers);

/// <summary>Loads one centre as the system administrator would: by commands, in one transaction.</summary>
/// <remarks>
/// The id of an object follows from its centre, kind and place in the table, not from what was made before it: so a
/// new kind of audit entry does not shift the ids to which the examples of the documentation refer.
/// </remarks>
internal sealed class DemoSession(IServiceProvider services, int number)
{
    private const int KindsApart = 1_000_000;
    private const int CentresApart = 100_000_000;
    private static readonly DateTimeOffset Day = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly IDispatcher _dispatcher = services.GetRequiredService<IDispatcher>();
    private readonly Caller _caller = services.GetRequiredService<Caller>();

    public MethodCenterDbContext Database { get; } = services.GetRequiredService<MethodCenterDbContext>();

    public IServiceProvider Services => services;

    /// <summary>Today at the centre.</summary>
    public DateOnly Today => services.GetRequiredService<IClock>().Today;

    /// <summary>The years of the work in progress.</summary>
    public DemoYears Years => DemoYears.On(Today);

    /// <summary>Goes on with a centre that is loaded.</summary>
    public async Task EnterAsync(string code, CancellationToken cancellationToken)
    {
        var centre = await Database
            .Centres.IgnoreQueryFilters()
            .Where(known => known.Code == code)
            .Select(known => new CallerCentre(
                known.Id,
                known.Code,
                TimeZoneInfo.FindSystemTimeZoneById(known.TimeZone)
            ))
            .SingleAsync(cancellationToken);
        _caller.Identify(await SystemAsync(cancellationToken), centre);

        // A request that is allowed opens the rows of the centre.
        _ = await ReadPositionsAsync(cancellationToken);
    }

    public async Task<Guid> RegisterCentreAsync(RegisterCentre command, CancellationToken cancellationToken)
    {
        var account = await SystemAsync(cancellationToken);
        _caller.Identify(account, null);
        var centre = await DoAsync(DemoKind.Centre, 0, command, cancellationToken);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(centre.TimeZone);
        _caller.Identify(account, new CallerCentre(centre.Id, centre.Code, zone));
        return centre.Id;
    }

    /// <summary>Does what may be refused only by a mistake in the demo data.</summary>
    public async Task<T> DoAsync<T>(DemoKind kind, int index, ICommand<T> command, CancellationToken cancellationToken)
    {
        using var ids = Ids(kind, index);
        var result = await _dispatcher.SendAsync(command, cancellationToken);

        // Else each save would look through all that was saved before it.
        Database.ChangeTracker.Clear();
        return result.Succeeded(out var value, out var error) ? value : throw Refused(command.GetType(), error);
    }

    public async Task<T> AskAsync<T>(IQuery<T> query, CancellationToken cancellationToken)
    {
        var result = await _dispatcher.SendAsync(query, cancellationToken);
        return result.Succeeded(out var value, out var error) ? value : throw Refused(query.GetType(), error);
    }

    /// <summary>Ids made until it is disposed follow from the kind and the index alone.</summary>
    public IDisposable Ids(DemoKind kind, int index) =>
        EntityId.Seeded(Day, (number * CentresApart) + ((int)kind * KindsApart) + index);

    /// <summary>Brings the organisations of a table by the import; its other columns are the demo's own.</summary>
    public async Task<IReadOnlyList<DemoOrganisation>> ImportOrganisationsAsync(
        string table,
        CancellationToken cancellationToken
    )
    {
        await using var file = DemoTable.Open(table);
        await ImportAsync(DemoKind.Organisation, "organisations", null, file, cancellationToken);
        var ids = await Database.Organisations.ToDictionaryAsync(
            organisation => organisation.Code,
            organisation => organisation.Id,
            cancellationToken
        );
        return
        [
            .. DemoTable
                .Read(table)
                .Rows.Select(row => new DemoOrganisation(
                    ids[row["code"]],
                    row["code"],
                    row.Value<OrganisationKind>("kind").Group(),
                    row.Number("teachers")
                )),
        ];
    }

    /// <summary>Brings a file as a neighbouring system would; what may be refused is a mistake in the demo data.</summary>
    public async Task ImportAsync(
        DemoKind kind,
        string dataset,
        string? source,
        Stream file,
        CancellationToken cancellationToken
    )
    {
        using var ids = Ids(kind, 0);
        var found = services.GetRequiredService<DatasetCatalogue>().Find(dataset).Value;
        _caller.UseCase = nameof(StartImport);
        if (_caller.Authorise(new PermissionAttribute(found.WritePermission)) is { } forbidden)
        {
            throw Refused(typeof(StartImport), forbidden);
        }

        var taken = await services.GetRequiredService<IImportRun>().TakeAsync(found, source, file, cancellationToken);
        if (taken.Refused)
        {
            throw new InvalidOperationException(Texts.Get(taken.Error.Code, taken.Error.Params, english: true));
        }
    }

    /// <summary>Ids of the first objects of a source, by their keys.</summary>
    public Task<IReadOnlyDictionary<string, Guid>> FindKeysAsync(
        string resource,
        string source,
        int count,
        CancellationToken cancellationToken
    ) =>
        services
            .GetRequiredService<IExternalKeys>()
            .FindManyAsync(
                resource,
                source,
                [.. Enumerable.Range(0, count).Select(key => key.ToString("D6", CultureInfo.InvariantCulture))],
                cancellationToken
            );

    /// <summary>Ids of the centre's positions, by code.</summary>
    public async Task<IReadOnlyDictionary<string, Guid>> ReadPositionsAsync(CancellationToken cancellationToken)
    {
        var positions = await AskAsync(new ListPositions { Limit = 500 }, cancellationToken);
        return positions.Items.ToImmutableDictionary(position => position.Code, position => position.Id);
    }

    private async Task<CallerAccount> SystemAsync(CancellationToken cancellationToken)
    {
        var system = await Database
            .Accounts.IgnoreQueryFilters()
            .Where(account => account.Login == Bootstrap.Login)
            .Select(account => account.Id)
            .SingleAsync(cancellationToken);
        return new CallerAccount(system, null, null, [new CallerGrant(Role.SystemAdministrator, null)]);
    }

    private static InvalidOperationException Refused(Type request, Error error)
    {
        var fields = string.Join(", ", error.Fields.Select(field => $"{field.Pointer} {field.Code}"));
        return new InvalidOperationException($"The demo data were refused: {request.Name}, {error.Code} {fields}");
    }
}
