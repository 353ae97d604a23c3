namespace MethodCenter.Infrastructure;

/// <summary>The service cannot start on what it was given; the operator reads why, in Russian and in English.</summary>
/// <remarks>This is not a bug: the console gets the two sentences and no stack trace.</remarks>
public sealed class StartRefusedException : Exception
{
    public StartRefusedException(string russian, string english)
        : base(russian + Environment.NewLine + english) { }
}
