using MethodCenter.Domain.Learning.Certificates;

namespace MethodCenter.Infrastructure.Learning.Certificates;

internal sealed class CertificatesIndexes : IUniqueIndexes
{
    public IReadOnlyDictionary<string, Error?> Meanings { get; } =
        new Dictionary<string, Error?>
        {
            ["ux_certificates_enrolment_id_kind"] = CertificateErrors.AlreadyIssued,
            ["ux_certificates_centre_id_blank_number"] = CertificateErrors.BlankUsed,
            ["ux_certificates_centre_id_series_blank_number"] = CertificateErrors.BlankUsed,
            ["ux_certificates_centre_id_year_number"] = null,
            ["ux_certificates_code"] = null,
        };
}
