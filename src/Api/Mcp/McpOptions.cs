namespace MethodCenter.Api.Mcp;

/// <summary>Section <c>Mcp</c>.</summary>
public sealed class McpOptions
{
    public const string Section = "Mcp";

    /// <summary>Whether assistants reach the service at <c>/mcp</c>.</summary>
    public bool Enabled { get; set; }
}
