using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Territory.Contingents;

namespace MethodCenter.Application.Territory.Contingents;

/// <summary>Corrects how many pupils there are; 0: none, the grade was entered by mistake.</summary>
[Permission(ContingentPermissions.Write)]
public sealed record UpdateContingent(Guid Id, int Version, PupilCountBody Body) : ICommand<ContingentDetails>;

internal sealed class UpdateContingentValidator : AbstractValidator<UpdateContingent>
{
    public UpdateContingentValidator() => RuleFor(command => command.Body).SetValidator(new PupilCountBodyValidator());
}

internal sealed class UpdateContingentHandler(ITerritoryStore store, IReads reads, IClock clock)
    : ICommandHandler<UpdateContingent, ContingentDetails>
{
    public async Task<Answer<ContingentDetails>> Handle(UpdateContingent request, CancellationToken cancellationToken)
    {
        var contingent = await store.Contingents.SingleOrDefaultAsync(one => one.Id == request.Id, cancellationToken);
        if (contingent is null)
        {
            return ContingentErrors.NotFound;
        }

        if (contingent.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        if (contingent.Count(request.Body.ToCount(), clock.Today).Error is { } error)
        {
            return error;
        }

        var kind = await store
            .Organisations.Where(organisation => organisation.Id == contingent.OrganisationId)
            .Select(organisation => organisation.Kind)
            .SingleAsync(cancellationToken);
        var answer = reads.Answer<Contingent, ContingentDetails>(contingent);
        return contingent.Doubt(kind) is { } doubt ? answer.Warn(doubt) : answer;
    }
}
