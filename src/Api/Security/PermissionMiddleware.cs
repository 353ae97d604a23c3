using MethodCenter.Api.Mcp;
using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Domain.Common;
using Microsoft.AspNetCore.Authorization;

namespace MethodCenter.Api.Security;

/// <summary>
/// Refuses callers without the permission of the operation before its body is read or a stored answer is replayed.
/// </summary>
/// <remarks>
/// The name of an endpoint is the name of its use case, which declares the permission; the pipeline checks it again for
/// whatever reaches a use case in another way. An endpoint that is not open and names no use case answers nobody.
/// </remarks>
internal sealed class PermissionMiddleware(RequestDelegate next, ISecurityLog security)
{
    public Task InvokeAsync(HttpContext http, Caller caller)
    {
        // An endpoint that is not one of our routes is the framework's own answer: 405 or 415.
        if (
            http.GetEndpoint() is not RouteEndpoint endpoint
            || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
            || endpoint.Metadata.GetMetadata<AsksAgain>() is not null
        )
        {
            return next(http);
        }

        var name = endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? "";
        var required =
            UseCases.PermissionOf(name)
            ?? throw new InvalidOperationException($"{endpoint.DisplayName} («{name}») is named after no use case.");
        if (caller.Authorise(required) is not { } refusal)
        {
            return next(http);
        }

        if (refusal.Kind == ErrorKind.Forbidden)
        {
            security.Note(caller.Refused(name, refusal));
        }

        return Problems.WriteAsync(http, refusal);
    }
}
