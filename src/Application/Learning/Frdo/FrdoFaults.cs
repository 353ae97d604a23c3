using MethodCenter.Application.Learning.Certificates;
using MethodCenter.Domain.Learning.Certificates;
using MethodCenter.Domain.Learning.Frdo;

namespace MethodCenter.Application.Learning.Frdo;

/// <summary>Faults of rows as answers and as warnings.</summary>
internal static class FrdoFaults
{
    public static FrdoFaultModel ToModel(FrdoFault fault) =>
        new()
        {
            Column = fault.Column?.ToString(),
            Header = fault.Column is { } column ? FrdoTemplate.Header(column) : null,
            Code = fault.Error.Code,
            Message = Texts.Texts.Get(fault.Error.Code, fault.Placed.Params),
            WithPackage = fault.WithPackage,
            Rule = fault.Error.Rule,
        };

    public static Warning ToWarning(FrdoFault fault) =>
        new(fault.Error.Code) { Params = fault.Placed.Params, Rule = fault.Error.Rule };

    public static FrdoRefusal ToRefusal(Certificate certificate, IReadOnlyList<FrdoFault> faults) =>
        new()
        {
            CertificateId = certificate.Id,
            RegisterYear = certificate.Year,
            RegisterNumber = certificate.Number,
            Faults = [.. faults.Select(ToModel)],
        };
}
