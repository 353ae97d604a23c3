using MethodCenter.Application.Learning.Frdo;

namespace MethodCenter.Api.Learning.Frdo;

/// <summary>Delivery to the federal register.</summary>
internal static class FrdoEndpoints
{
    private static readonly Heading Heading = new(
        "Federal register",
        "Check certificates, put them into packages for the federal register («ФИС ФРДО») and enter its answers."
    );

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea("frdo/packages", Heading);
        group.Post("", PrepareFrdoPackage);
        group.Get("", ListFrdoPackages);
        group.Get("{id:guid}", GetFrdoPackage);
        group.Get("{packageId:guid}/rows", ListFrdoRows);
        group.Get("{id:guid}/file", GetFrdoPackageFile).Refuses(StatusCodes.Status409Conflict);
        group.Put("{id:guid}/results", RecordFrdoResults);
        routes.MapArea("certificates/{id:guid}/frdo-check", Heading).Get("", CheckCertificateForFrdo);
    }

    /// <summary>Prepare a package for the federal register</summary>
    /// <remarks>
    /// From the documents named, from those issued on the days given, or from the rejected rows of an earlier package
    /// (<c>resendOf</c>); by default from all that wait. Every document is checked as the register does it (FRDO-2 …
    /// FRDO-5): a fault in any of them refuses the whole, and each fault is reported with its document and column; with
    /// <c>validOnly</c> those documents are left out and listed. A document that waits in a package or was accepted is
    /// not taken again. What the service does not keep (citizenship, budget, the form of a distance course) is stated
    /// here.
    /// </remarks>
    private static Task<CreatedOutcome<FrdoPackageDetails>> PrepareFrdoPackage(
        Body<PrepareFrdoPackage> body,
        Web web
    ) => web.Create(body.Value, package => $"{Routes.Base}/frdo/packages/{package.Id}");

    /// <summary>List packages for the federal register</summary>
    /// <remarks>The latest first, with the counts of rows that were accepted and rejected.</remarks>
    private static Task<OkOutcome<Page<FrdoPackageListItem>>> ListFrdoPackages(
        Query<ListFrdoPackages> query,
        Web web
    ) => web.Read(query.Value);

    /// <summary>Package for the federal register</summary>
    /// <remarks>Number, responsible person, count of rows and SHA-256 of the file: what is handed over with it (FRDO-6).</remarks>
    private static Task<OkOutcome<FrdoPackageDetails>> GetFrdoPackage(Guid id, Web web) =>
        web.Read(new GetFrdoPackage(id));

    /// <summary>Rows of a package</summary>
    /// <remarks>Each document with its row of the sheet and what the register has answered.</remarks>
    private static Task<OkOutcome<Page<FrdoRowItem>>> ListFrdoRows(
        Guid packageId,
        Query<ListFrdoRows> query,
        Web web
    ) => web.Read(query.Value with { PackageId = packageId });

    /// <summary>File of a package (XLSX)</summary>
    /// <remarks>
    /// The workbook as it was made: its SHA-256 is that of the package. It holds insurance numbers («СНИЛС») and birth
    /// dates, so every download is logged (PD-4).
    /// </remarks>
    private static Task<FileOutcome> GetFrdoPackageFile(Guid id, Web web) => web.File(new GetFrdoPackageFile(id));

    /// <summary>Record the answer of the federal register</summary>
    /// <remarks>
    /// Row by row: accepted, or the text of the error. Rows that are not named stay as they are, so the answer may be
    /// recorded in parts. An accepted row stays accepted. A package that was never handed over is given up by rejecting
    /// its rows.
    /// </remarks>
    private static Task<OkOutcome<FrdoPackageDetails>> RecordFrdoResults(
        Guid id,
        Body<FrdoResultsBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new RecordFrdoResults(id, ifMatch.Version, body.Value));

    /// <summary>Check a certificate for the federal register</summary>
    /// <remarks>
    /// What the register would refuse in the document as it stands. Faults with <c>withPackage</c> concern values that
    /// are stated when a package is prepared.
    /// </remarks>
    private static Task<OkOutcome<FrdoCheck>> CheckCertificateForFrdo(Guid id, Web web) =>
        web.Read(new CheckCertificateForFrdo(id));
}
