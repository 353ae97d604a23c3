using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Office.StatedFigures;

namespace MethodCenter.Application.Office.StatedFigures;

/// <summary>Corrects the value or the source of a published figure.</summary>
[Permission(StatedFigurePermissions.Write)]
public sealed record UpdateStatedFigure(Guid Id, int Version, StatedFigureBody Body) : ICommand<StatedFigureDetails>;

internal sealed class UpdateStatedFigureValidator : AbstractValidator<UpdateStatedFigure>
{
    public UpdateStatedFigureValidator() =>
        RuleFor(command => command.Body).SetValidator(new StatedFigureBodyValidator());
}

internal sealed class UpdateStatedFigureHandler(IOfficeStore store, IReads reads)
    : ICommandHandler<UpdateStatedFigure, StatedFigureDetails>
{
    public async Task<Answer<StatedFigureDetails>> Handle(
        UpdateStatedFigure request,
        CancellationToken cancellationToken
    )
    {
        var figure = await store.StatedFigures.SingleOrDefaultAsync(
            figure => figure.Id == request.Id,
            cancellationToken
        );
        if (figure is null)
        {
            return StatedFigureErrors.NotFound;
        }

        if (figure.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        figure.Correct(request.Body.Value, request.Body.Source, request.Body.Page);
        return reads.Answer<StatedFigure, StatedFigureDetails>(figure);
    }
}
