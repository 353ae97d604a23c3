using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Territory.Employees;
using MethodCenter.Domain.Territory.Organisations;
using MethodCenter.Domain.Training.TrainingRecords;

namespace MethodCenter.Application.Training.TrainingRecords;

/// <summary>Enters training that an employee has completed, wherever it took place.</summary>
[Permission(TrainingRecordPermissions.Record)]
public sealed record RecordTraining : ICommand<TrainingRecordDetails>
{
    public required Guid EmployeeId { get; init; }

    /// <summary>The organisation that sent the employee: the place of work on the day of completion.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>Who taught.</summary>
    public required string Provider { get; init; }

    /// <summary>Title of the programme.</summary>
    public required string Title { get; init; }

    /// <summary>Comes from the programme and its document, never from the hours (DPO-2).</summary>
    public required ProgrammeKind Kind { get; init; }

    /// <summary>
    /// Academic hours; at least 16 for professional development and 250 for retraining (DPO-2). Absent: not known.
    /// </summary>
    public int? Hours { get; init; }

    /// <summary>Kind of the provider; absent: not known. From 01.09.2025 a private one is doubted (DPO-12).</summary>
    public ProviderKind? ProviderKind { get; init; }

    /// <summary>First day of study; absent: not known.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>Last day of study, not later than today; the norm of hours in force on that day applies.</summary>
    public required DateOnly CompletedOn { get; init; }

    /// <summary>
    /// Certificate of professional development, diploma of retraining, attendance for anything else (FRDO-3).
    /// </summary>
    public TrainingDocumentKind? DocumentKind { get; init; }

    public string? DocumentNumber { get; init; }

    /// <summary>Day of issue, not before the completion (DPO-6).</summary>
    public DateOnly? DocumentDate { get; init; }

    /// <summary>What it was about, at most five: «функциональная грамотность», «оценочные процедуры».</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Said by the import, never by a request: members that are not public are not read from JSON.</summary>
    internal TrainingOrigin Origin { get; init; }

    internal TrainingEntry ToEntry() =>
        new(EmployeeId, OrganisationId, Provider, Title, Kind, Hours, CompletedOn)
        {
            ProviderKind = ProviderKind,
            StartsOn = StartsOn,
            DocumentKind = DocumentKind,
            DocumentNumber = DocumentNumber,
            DocumentDate = DocumentDate,
            Topics = Topics,
            Origin = Origin,
        };
}

internal sealed class RecordTrainingValidator : AbstractValidator<RecordTraining>
{
    public RecordTrainingValidator()
    {
        RuleFor(command => command.EmployeeId).NotEmpty();
        RuleFor(command => command.OrganisationId).NotEmpty();
        RuleFor(command => command.Provider).NotEmpty().ShortText(TrainingRecord.ProviderMaxLength);
        RuleFor(command => command.Title).NotEmpty().ShortText(TrainingRecord.TitleMaxLength);
        RuleFor(command => command.Hours).InclusiveBetween(1, Programme.MostHours);
        RuleFor(command => command.StartsOn).ReasonableDay();
        RuleFor(command => command.CompletedOn).ReasonableDay();
        RuleFor(command => command.DocumentNumber).ShortText(TrainingRecord.DocumentNumberMaxLength);
        RuleFor(command => command.DocumentDate).ReasonableDay();
        RuleFor(command => command.Topics).MostItems(TrainingRecord.MostTopics);
        RuleForEach(command => command.Topics).NotEmpty().ShortText(TrainingRecord.TopicMaxLength);
    }
}

internal sealed class RecordTrainingHandler(
    ITrainingStore store,
    ITerritoryStore territory,
    INorms norms,
    IReads reads,
    IClock clock,
    Caller caller
) : ICommandHandler<RecordTraining, TrainingRecordDetails>
{
    public async Task<Answer<TrainingRecordDetails>> Handle(RecordTraining request, CancellationToken cancellationToken)
    {
        var (organisations, on) = (territory.Organisations, request.CompletedOn);

        // The default filters let through only people and organisations that the caller answers for.
        var employee = await territory
            .Employees.Where(employee => employee.Id == request.EmployeeId)
            .Select(employee => new
            {
                PlaceIsKnown = organisations.Any(organisation => organisation.Id == request.OrganisationId),
                EmployedThere = employee.Employments.Any(place =>
                    place.OrganisationId == request.OrganisationId
                    && place.From <= on
                    && (place.To == null || place.To >= on)
                ),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (employee is null)
        {
            return EmployeeErrors.Unknown("/employeeId");
        }

        if (!employee.PlaceIsKnown)
        {
            return OrganisationErrors.Unknown("/organisationId");
        }

        // A former employer enters only what was completed while the person worked there.
        if (!caller.Scope.AllOrganisations && !employee.EmployedThere)
        {
            return EmployeeErrors.NoLongerEmployed;
        }

        var known = await IsKnownAsync(request, cancellationToken);
        var recorded = TrainingRecord.Record(
            request.ToEntry(),
            new TrainingFacts(employee.EmployedThere, known),
            await norms.GetAsync(cancellationToken),
            clock.Today
        );
        if (!recorded.Succeeded(out var record, out var error))
        {
            return error;
        }

        store.TrainingRecords.Add(record);
        return reads.Answer<TrainingRecord, TrainingRecordDetails>(record).Warn(recorded.Warnings.AsSpan());
    }

    /// <summary>Whatever organisation entered it: one training of one person is one record. Nothing of the row is shown.</summary>
    private Task<bool> IsKnownAsync(RecordTraining request, CancellationToken cancellationToken)
    {
        var (titleKey, providerKey) = (TrainingRecord.KeyOf(request.Title), TrainingRecord.KeyOf(request.Provider));
        return store
            .TrainingRecords.IgnoreQueryFilters([QueryFilters.Organisations])
            .AnyAsync(
                record =>
                    record.EmployeeId == request.EmployeeId
                    && record.TitleKey == titleKey
                    && record.ProviderKey == providerKey
                    && record.Kind == request.Kind
                    && record.CompletedOn == request.CompletedOn
                    && record.State == TrainingRecordState.Recorded,
                cancellationToken
            );
    }
}
