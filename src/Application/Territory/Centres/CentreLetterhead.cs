using MethodCenter.Application.Common.Papers;
using MethodCenter.Domain.Territory.Centres;

namespace MethodCenter.Application.Territory.Centres;

/// <summary>The card of a centre as its papers show it.</summary>
public static class CentreLetterhead
{
    /// <param name="centre">The centre.</param>
    /// <param name="day">The day of the paper: it bears the name of that day, and the licence if it was in force.</param>
    public static Letterhead Of(Centre centre, DateOnly day) =>
        new()
        {
            Name = centre.NameOn(day),
            LegalForm = centre.LegalForm,
            Address = centre.Address,
            Phone = centre.Phones?[0],
            Site = centre.Site,
            Town = centre.Town,
            Licence = centre.Licence is { } licence && licence.IsValidOn(day) ? TextOf(licence) : null,
            Head = Signatory(centre.Head),
            Secretary = Signatory(centre.Secretary),
        };

    private static PaperSignatory? Signatory(CentreOfficial? official) =>
        official is null ? null : new PaperSignatory(official.Post, official.Initials());

    private static string TextOf(CentreLicence licence) =>
        $"Лицензия № {licence.Number} от {PaperWords.Short(licence.IssuedOn)}"
        + (licence.IssuedBy is null ? "" : $", выдана: {licence.IssuedBy}")
        + (licence.ValidUntil is { } last ? $", действительна по {PaperWords.Short(last)}" : "");
}
