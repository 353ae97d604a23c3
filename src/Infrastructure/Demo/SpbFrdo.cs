using MethodCenter.Application.Learning.Certificates;
using MethodCenter.Application.Learning.Frdo;
using MethodCenter.Domain.Learning.Frdo;

namespace MethodCenter.Infrastructure.Demo;

/// <summary>The package of 2019-2020 for ФИС ФРДО: one row was rejected and waits to be delivered anew.</summary>
internal static class SpbFrdo
{
    public const string Series = "ПК";

    public static async Task CompleteAsync(DemoSession session, CancellationToken cancellationToken)
    {
        var documents = await session
            .Database.Certificates.Where(certificate => certificate.Series == Series)
            .OrderBy(certificate => certificate.Year)
            .ThenBy(certificate => certificate.Number)
            .Select(certificate => certificate.Id)
            .ToListAsync(cancellationToken);
        var package = new PrepareFrdoPackage
        {
            CertificateIds = documents,
            Responsible = "Образцова Елена Петровна",
            Activity = "Образование и наука",
            SpecialityGroup = "Образование и педагогические науки",
            Budget = FrdoBudget.Regional,
            Citizenship = "643",
        };
        var prepared = await session.DoAsync(DemoKind.FrdoPackage, 0, package, cancellationToken);
        var answer = new FrdoResultsBody
        {
            Rows =
            [
                .. documents.Select(
                    (_, place) =>
                        place == 1
                            ? new FrdoResultBody
                            {
                                Number = place + 2,
                                Accepted = false,
                                ErrorText = "Недопустимый символ",
                            }
                            : new FrdoResultBody { Number = place + 2, Accepted = true }
                ),
            ],
        };
        await session.DoAsync(
            DemoKind.FrdoPackage,
            1000,
            new RecordFrdoResults(prepared.Id, prepared.Version, answer),
            cancellationToken
        );
    }
}
