using MethodCenter.Domain.Learning.Certificates;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Frdo;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Learning.Frdo;

/// <summary>Says at the issue what the register would refuse later: then the learner is still there to be asked.</summary>
internal sealed class FrdoForesight(INorms norms, IClock clock)
{
    /// <summary>What would be refused in a document that is being issued; what a package states is no fault yet.</summary>
    public async Task<IReadOnlyList<FrdoFault>> OfAsync(
        Certificate certificate,
        ProgrammeKind programme,
        Course course,
        Employee employee,
        Certificate? original,
        CancellationToken cancellationToken
    )
    {
        var book = await norms.GetAsync(cancellationToken);
        if (!FrdoNorms.KindsOn(certificate.IssuedOn, book).Contains(certificate.Kind))
        {
            return [];
        }

        var document = FrdoDocuments.Of(certificate, programme, course, employee, original);
        var record = FrdoRecord.Of(document, new FrdoStatement(), FrdoSupplement.None, book, clock.Today);
        return [.. record.Faults.Where(fault => !fault.WithPackage)];
    }

    public static FrdoRefusal ToRefusal(Certificate certificate, IReadOnlyList<FrdoFault> faults) =>
        new()
        {
            CertificateId = certificate.Id,
            RegisterYear = certificate.Year,
            RegisterNumber = certificate.Number,
            Faults = [.. faults.Select(FrdoFaultModel.Of)],
        };

    public static Warning ToWarning(FrdoFault fault) =>
        new(fault.Error.Code) { Params = fault.Placed.Params, Rule = fault.Error.Rule };
}
