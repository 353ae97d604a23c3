using MediatR;

namespace MethodCenter.Application.Common.Behaviours;

/// <summary>
/// Lets callers with the permission of the request through, and opens to them the rows that it covers.
/// </summary>
internal sealed class PermissionBehaviour<TRequest, TResponse>(Caller caller) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IAppRequest
    where TResponse : IResult<TResponse>
{
    private static readonly PermissionAttribute Required = PermissionAttribute.Of(typeof(TRequest));

    public Task<TResponse> Handle(
        TRequest request,
        CancellationToken cancellationToken,
        RequestHandlerDelegate<TResponse> next
    )
    {
        caller.UseCase = typeof(TRequest).Name;
        var refusal = caller.Authorise(Required);
        return refusal is null ? next() : Task.FromResult(TResponse.Refuse(refusal));
    }
}
