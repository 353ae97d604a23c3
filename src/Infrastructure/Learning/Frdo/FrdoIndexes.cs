using MethodCenter.Domain.Learning.Frdo;

namespace MethodCenter.Infrastructure.Learning.Frdo;

internal sealed class FrdoIndexes : IUniqueIndexes
{
    public IReadOnlyDictionary<string, Error?> Meanings { get; } =
        new Dictionary<string, Error?>
        {
            ["ux_frdo_rows_certificate_id"] = FrdoErrors.InPackage,
            ["ux_frdo_packages_centre_id_number"] = null,
            ["ux_frdo_rows_frdo_package_id_number"] = null,
        };
}
