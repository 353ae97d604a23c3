namespace MethodCenter.Api.Http;

/// <summary>Names the request of the application whose validator checks the values of a query string type.</summary>
/// <remarks>Only for a query type that is not itself that request; the OpenAPI document takes its limits from there.</remarks>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class LimitsOfAttribute(Type request) : Attribute
{
    public Type Request { get; } = request;
}
