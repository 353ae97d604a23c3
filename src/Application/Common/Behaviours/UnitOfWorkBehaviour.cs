using MediatR;

namespace MethodCenter.Application.Common.Behaviours;

/// <summary>One transaction and one save around a command; a refusal leaves no trace.</summary>
/// <remarks>Constrained to commands, so the container leaves it out of the pipeline of queries.</remarks>
internal sealed class UnitOfWorkBehaviour<TRequest, TResponse>(IUnitOfWork unitOfWork)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand
    where TResponse : IResult<TResponse>, IAnswer
{
    public async Task<TResponse> Handle(
        TRequest request,
        CancellationToken cancellationToken,
        RequestHandlerDelegate<TResponse> next
    )
    {
        await using var transaction = await unitOfWork.BeginAsync(cancellationToken);
        var response = await next();
        if (response.Error is not null)
        {
            return response;
        }

        if (await unitOfWork.SaveAsync(cancellationToken) is { } refusal)
        {
            return TResponse.Refuse(refusal);
        }

        // Read before the commit: what is answered with an error has not been written.
        await response.ReadAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return response;
    }
}
