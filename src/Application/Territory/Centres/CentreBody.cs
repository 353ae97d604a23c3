using MethodCenter.Domain.Territory.Centres;

namespace MethodCenter.Application.Territory.Centres;

/// <summary>What is written on the card of a centre.</summary>
public record CentreBody
{
    /// <summary>Short name.</summary>
    public required string ShortName { get; init; }

    /// <summary>Full name.</summary>
    public required string FullName { get; init; }

    /// <summary>Municipality or district that the centre serves.</summary>
    public required string Territory { get; init; }

    /// <summary>IANA time zone, e.g. <c>Europe/Moscow</c>.</summary>
    public string TimeZone { get; init; } = "Europe/Moscow";

    public string? Address { get; init; }

    /// <summary>Legal form: «государственное бюджетное учреждение дополнительного профессионального образования».</summary>
    public string? LegalForm { get; init; }

    /// <summary>Who has founded the centre.</summary>
    public CentreFounderBody? Founder { get; init; }

    /// <summary>Names that the centre bore before; a paper of the past bears the name of its day.</summary>
    public IReadOnlyList<CentreFormerNameBody> FormerNames { get; init; } = [];

    /// <summary>The centre's own licence for educational activity.</summary>
    public CentreLicenceBody? Licence { get; init; }

    /// <summary>Departments of the centre.</summary>
    public IReadOnlyList<CentreDepartmentBody> Departments { get; init; } = [];

    /// <summary>Head of the centre, who signs its papers; without one they leave a line blank.</summary>
    public CentreOfficialBody? Head { get; init; }

    /// <summary>Who signs documents of education beside the head.</summary>
    public CentreOfficialBody? Secretary { get; init; }

    /// <summary>Telephones of the centre, the first of them on its papers.</summary>
    public IReadOnlyList<string> Phones { get; init; } = [];

    /// <summary>Address of the centre's site.</summary>
    public string? Site { get; init; }

    /// <summary>Town, as papers name it: «г. Кемерово».</summary>
    public string? Town { get; init; }

    /// <summary>What stands behind the number of an order, by its kind; absent: «у».</summary>
    public CentreOrderIndexesBody? OrderIndexes { get; init; }

    internal CentreCard ToCard() =>
        new(ShortName, FullName, Territory, TimeZone, Address)
        {
            LegalForm = LegalForm,
            Founder = Founder is null ? null : new CentreFounder(Founder.Name, Founder.Act),
            FormerNames =
            [
                .. FormerNames.Select(name => new CentreFormerName(
                    name.FullName,
                    name.ShortName,
                    name.Until,
                    name.Act
                )),
            ],
            Licence = Licence is null
                ? null
                : new CentreLicence(Licence.Number, Licence.IssuedOn, Licence.IssuedBy, Licence.ValidUntil),
            Departments = [.. Departments.Select(part => new CentreDepartment(part.Name, part.Phone))],
            Head = Head?.ToOfficial(),
            Secretary = Secretary?.ToOfficial(),
            Phones = Phones,
            Site = Site,
            Town = Town,
            OrderIndexes = OrderIndexes is null
                ? null
                : new CentreOrderIndexes(OrderIndexes.Enrolment, OrderIndexes.Completion, OrderIndexes.Expulsion),
        };
}

/// <summary>Founder of a centre.</summary>
public sealed record CentreFounderBody
{
    /// <summary>Name of the founder.</summary>
    public required string Name { get; init; }

    /// <summary>Act by which the centre was founded.</summary>
    public string? Act { get; init; }
}

/// <summary>A name that a centre bore before.</summary>
public sealed record CentreFormerNameBody
{
    /// <summary>Full name.</summary>
    public required string FullName { get; init; }

    /// <summary>Short name.</summary>
    public string? ShortName { get; init; }

    /// <summary>Last day of the name.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Act by which the centre was renamed.</summary>
    public string? Act { get; init; }
}

/// <summary>Licence of a centre for educational activity.</summary>
public sealed record CentreLicenceBody
{
    /// <summary>Number of the licence.</summary>
    public required string Number { get; init; }

    /// <summary>Day of issue.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>Who has issued it.</summary>
    public string? IssuedBy { get; init; }

    /// <summary>Last day of its term; absent: without a term.</summary>
    public DateOnly? ValidUntil { get; init; }
}

/// <summary>A department of a centre.</summary>
public sealed record CentreDepartmentBody
{
    /// <summary>Name of the department.</summary>
    public required string Name { get; init; }

    /// <summary>Telephone.</summary>
    public string? Phone { get; init; }
}

/// <summary>Somebody who signs for a centre.</summary>
public sealed record CentreOfficialBody
{
    /// <summary>Post: «директор».</summary>
    public required string Post { get; init; }

    /// <summary>Family name.</summary>
    public required string LastName { get; init; }

    /// <summary>Given name; papers show its initial.</summary>
    public required string FirstName { get; init; }

    /// <summary>Patronymic; papers show its initial.</summary>
    public string? Patronymic { get; init; }

    internal CentreOfficial ToOfficial() => new(Post, LastName, FirstName, Patronymic);
}

/// <summary>What stands behind the number of an order: letters or digits, «17-у».</summary>
public sealed record CentreOrderIndexesBody
{
    /// <summary>Of enrolment orders.</summary>
    public string? Enrolment { get; init; }

    /// <summary>Of orders on the completion of training.</summary>
    public string? Completion { get; init; }

    /// <summary>Of orders on expulsion.</summary>
    public string? Expulsion { get; init; }
}
