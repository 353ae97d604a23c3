namespace MethodCenter.Application.Common.Ports;

public static class ExternalKeyErrors
{
    /// <summary>The key is bound to something that the caller may not see.</summary>
    public static readonly Error Taken = Error.Conflict("external-key.taken");
}
