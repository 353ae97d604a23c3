using System.Diagnostics.CodeAnalysis;

namespace MethodCenter.Api.Http;

/// <summary>Maps endpoints so that the name of the handler is the operationId, and every POST takes an idempotency key.</summary>
internal static class Routes
{
    public const string Base = "/api/v1";

    /// <summary>A group of endpoints for one resource, under its heading in the document.</summary>
    public static RouteGroupBuilder MapArea(this IEndpointRouteBuilder routes, string resource, Heading heading) =>
        routes.MapGroup($"{Base}/{resource}").Under(heading);

    /// <summary>
    /// Many objects in one request, for scripts that speak JSON. The name of the action stands behind a colon, so that it
    /// cannot be taken for an object of the resource.
    /// </summary>
    public static void MapBatch(this IEndpointRouteBuilder routes, string resource, Delegate handler) =>
        routes.MapGroup(Base).Under(Heading.Batches).Post($"{resource}:batch", handler);

    public static RouteGroupBuilder Under(this RouteGroupBuilder group, Heading heading) =>
        group.WithTags(heading.Name).WithMetadata(heading);

    public static RouteHandlerBuilder Get(
        this RouteGroupBuilder group,
        [StringSyntax("Route")] string path,
        Delegate handler
    ) => group.Map(HttpMethods.Get, path, handler);

    public static RouteHandlerBuilder Post(
        this RouteGroupBuilder group,
        [StringSyntax("Route")] string path,
        Delegate handler
    ) => group.Map(HttpMethods.Post, path, handler, new IdempotencyFilter());

    public static RouteHandlerBuilder Put(
        this RouteGroupBuilder group,
        [StringSyntax("Route")] string path,
        Delegate handler
    ) => group.Map(HttpMethods.Put, path, handler);

    public static RouteHandlerBuilder Patch(
        this RouteGroupBuilder group,
        [StringSyntax("Route")] string path,
        Delegate handler
    ) => group.Map(HttpMethods.Patch, path, handler);

    public static RouteHandlerBuilder Delete(
        this RouteGroupBuilder group,
        [StringSyntax("Route")] string path,
        Delegate handler
    ) => group.Map(HttpMethods.Delete, path, handler);

    private static RouteHandlerBuilder Map(
        this RouteGroupBuilder group,
        string method,
        string path,
        Delegate handler,
        IEndpointFilter? filter = null
    )
    {
        var lazy = new LazyHandler(method, handler, filter);
        var mapped = group.MapMethods(path, [method], (RequestDelegate)lazy.HandleAsync);
        mapped.Add(lazy.Describe);
        return new RouteHandlerBuilder([mapped]).WithName(handler.Method.Name);
    }

    /// <summary>Names a refusal of the operation that does not follow from its method and parameters, for the document.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder handler, params int[] statuses) =>
        handler.WithMetadata(new RefusesMetadata(statuses));
}
