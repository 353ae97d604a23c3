using MethodCenter.Domain.Common;

namespace MethodCenter.Api.Http;

/// <summary>Carries a refusal out of the binding of parameters, where there is no other way; answered as a problem.</summary>
internal sealed class RefusalException(Error error) : Exception(error.Code)
{
    public Error Error { get; } = error;
}
