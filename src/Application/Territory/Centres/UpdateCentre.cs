using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Territory.Centres;

namespace MethodCenter.Application.Territory.Centres;

/// <summary>Changes the card of a centre; its code stays.</summary>
[Permission(CentrePermissions.Update)]
public sealed record UpdateCentre(Guid Id, int Version, CentreBody Body) : ICommand<CentreDetails>;

internal sealed class UpdateCentreValidator : AbstractValidator<UpdateCentre>
{
    public UpdateCentreValidator() => RuleFor(command => command.Body).SetValidator(new CentreBodyValidator());
}

internal sealed class UpdateCentreHandler(ITerritoryStore store, IReads reads)
    : ICommandHandler<UpdateCentre, CentreDetails>
{
    public async Task<Answer<CentreDetails>> Handle(UpdateCentre request, CancellationToken cancellationToken)
    {
        var centre = await store.Centres.SingleOrDefaultAsync(centre => centre.Id == request.Id, cancellationToken);
        if (centre is null)
        {
            return CentreErrors.NotFound;
        }

        return centre.CheckVersion(request.Version)
            ?? centre.UpdateCard(request.Body.ToCard()).Error
            ?? reads.Answer<Centre, CentreDetails>(centre);
    }
}
