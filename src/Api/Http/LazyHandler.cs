using Microsoft.AspNetCore.Routing.Patterns;

namespace MethodCenter.Api.Http;

/// <summary>A route handler that is compiled at the first request for it.</summary>
/// <remarks>
/// The framework compiles the handlers of all routes before it answers the first request: some 700 lambdas, half a second
/// of the processor, and more with every area. What it infers of parameters and answers (media types, statuses) is needed
/// to choose a route, and is inferred at once.
/// </remarks>
internal sealed class LazyHandler(string method, Delegate handler, IEndpointFilter? filter)
{
    private RoutePattern? _pattern;
    private IServiceProvider? _services;
    private RequestDelegate? _compiled;

    /// <summary>Two requests that come first at once may both compile it; either result will do.</summary>
    public Task HandleAsync(HttpContext http) => (_compiled ??= Compile())(http);

    public void Describe(EndpointBuilder builder)
    {
        (_pattern, _services) = (((RouteEndpointBuilder)builder).RoutePattern, builder.ApplicationServices);
        builder.DisplayName = $"HTTP: {method} {_pattern.RawText} => {handler.Method.Name}";
        builder.Metadata.Add(handler.Method);
        _ = RequestDelegateFactory.InferMetadata(handler.Method, Options(builder));
        foreach (var attribute in handler.Method.GetCustomAttributes(inherit: true))
        {
            builder.Metadata.Add(attribute);
        }
    }

    private RequestDelegate Compile()
    {
        // A builder of its own, which takes what is inferred a second time.
        var builder = new RouteEndpointBuilder(null, _pattern!, order: 0) { ApplicationServices = _services! };
        if (filter is not null)
        {
            builder.FilterFactories.Add((_, next) => context => filter.InvokeAsync(context, next));
        }

        return RequestDelegateFactory.Create(handler, Options(builder)).RequestDelegate;
    }

    private RequestDelegateFactoryOptions Options(EndpointBuilder builder) =>
        new()
        {
            ServiceProvider = _services,
            RouteParameterNames = _pattern!.Parameters.Select(parameter => parameter.Name),
            DisableInferBodyFromParameters = HttpMethods.IsGet(method) || HttpMethods.IsDelete(method),
            EndpointBuilder = builder,
        };
}
