namespace MethodCenter.Infrastructure.Learning.Frdo;

/// <summary>The file of a package, protected by the service's key ring: it holds names and СНИЛС.</summary>
public sealed class FrdoContent : Entity
{
    public Guid PackageId { get; init; }

    [PersonalData]
    public byte[] Content { get; init; } = [];
}
