using MethodCenter.Application.Learning.Certificates;
using MethodCenter.Domain.Learning.Certificates;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Learning.Frdo;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Learning.Frdo;

/// <inheritdoc cref="ICertificatePrecheck"/>
internal sealed class FrdoPrecheck(INorms norms, IClock clock) : ICertificatePrecheck
{
    private static readonly PrecheckResult Nothing = new([], []);

    public async Task<PrecheckResult> OfAsync(
        Certificate certificate,
        ProgrammeKind programme,
        Course course,
        Enrolment enrolment,
        Employee employee,
        CancellationToken cancellationToken
    )
    {
        var normSet = await norms.GetAsync(cancellationToken);
        if (!FrdoNorms.KindsOn(certificate.IssuedOn, normSet).Contains(certificate.Kind))
        {
            return Nothing;
        }

        var document = FrdoDocuments.Of(certificate, programme, course, enrolment, employee, original: null);
        var record = FrdoRecord.Of(document, new FrdoStatement(), FrdoSupplement.None, normSet, clock.Today);
        List<FrdoFault> faults = [.. record.Faults.Where(fault => !fault.WithPackage)];
        return new([.. faults.Select(FrdoFaults.ToModel)], [.. faults.Select(FrdoFaults.ToWarning)]);
    }
}
