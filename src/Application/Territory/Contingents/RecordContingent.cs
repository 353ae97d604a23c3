using FluentValidation;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Territory.Contingents;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Application.Territory.Contingents;

/// <summary>Records how many pupils a school has in a grade in an academic year.</summary>
[Permission(ContingentPermissions.Write)]
public sealed record RecordContingent : PupilCountBody, ICommand<ContingentDetails>
{
    /// <summary>A school that the caller answers for.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>Not later than the next one.</summary>
    public required AcademicYear AcademicYear { get; init; }

    /// <summary>Grade; 12 in evening schools.</summary>
    public required int Grade { get; init; }
}

internal sealed class RecordContingentValidator : AbstractValidator<RecordContingent>
{
    public RecordContingentValidator()
    {
        Include(new PupilCountBodyValidator());
        RuleFor(command => command.OrganisationId).NotEmpty();
        RuleFor(command => command.Grade).InclusiveBetween(Contingent.FirstGrade, Contingent.LastGrade);
    }
}

internal sealed class RecordContingentHandler(ITerritoryStore store, IReads reads, IClock clock)
    : ICommandHandler<RecordContingent, ContingentDetails>
{
    public async Task<Answer<ContingentDetails>> Handle(RecordContingent request, CancellationToken cancellationToken)
    {
        // The default filters let through only organisations that the caller answers for.
        var school = await store
            .Organisations.Where(organisation => organisation.Id == request.OrganisationId)
            .Select(organisation => new { organisation.Kind, organisation.Group })
            .SingleOrDefaultAsync(cancellationToken);
        if (school is null)
        {
            return OrganisationErrors.Unknown("/organisationId");
        }

        var entry = new ContingentEntry(request.OrganisationId, request.AcademicYear, request.Grade, request.ToCount());
        if (!Contingent.Record(entry, school.Group, clock.Today).Succeeded(out var contingent, out var error))
        {
            return error;
        }

        // That the grade was not recorded before is settled by the unique index.
        store.Contingents.Add(contingent);
        var answer = reads.Answer<Contingent, ContingentDetails>(contingent);
        return contingent.Doubt(school.Kind) is { } doubt ? answer.Warn(doubt) : answer;
    }
}
