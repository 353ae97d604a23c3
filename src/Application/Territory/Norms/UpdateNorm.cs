using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Territory.Norms;

namespace MethodCenter.Application.Territory.Norms;

/// <summary>Changes the value, the last day or the basis of a norm that the centre has set.</summary>
[Permission(NormPermissions.Write)]
public sealed record UpdateNorm(Guid Id, int Version, NormBody Body) : ICommand<CentreNormDetails>;

internal sealed class UpdateNormValidator : AbstractValidator<UpdateNorm>
{
    public UpdateNormValidator() => RuleFor(command => command.Body).SetValidator(new NormBodyValidator());
}

internal sealed class UpdateNormHandler(ITerritoryStore store, INorms norms, IReads reads)
    : ICommandHandler<UpdateNorm, CentreNormDetails>
{
    public async Task<Answer<CentreNormDetails>> Handle(UpdateNorm request, CancellationToken cancellationToken)
    {
        var norm = await store.CentreNorms.SingleOrDefaultAsync(norm => norm.Id == request.Id, cancellationToken);
        if (norm is null)
        {
            return NormErrors.NotFound;
        }

        var terms = new NormTerms(request.Body.Value, norm.ValidFrom, request.Body.ValidTo, request.Body.Basis);
        return norm.CheckVersion(request.Version)
            ?? norm.Change(norms.Definitions[norm.Code], terms).Error
            ?? reads.Answer<CentreNorm, CentreNormDetails>(norm);
    }
}
