namespace MethodCenter.Domain.Learning.Certificates;

/// <summary>Kind of certificate (DPO-5).</summary>
public enum CertificateKind
{
    /// <summary>Certificate of professional development.</summary>
    ProfessionalDevelopment,

    /// <summary>Diploma of professional retraining.</summary>
    RetrainingDiploma,

    /// <summary>Reference of study («справка об обучении»).</summary>
    StudyReference,

    /// <summary>Certificate of participation: for programmes for which the law provides no document.</summary>
    Participation,
}

/// <summary>State of a certificate.</summary>
public enum CertificateState
{
    /// <summary>Valid.</summary>
    Valid,

    /// <summary>Replaced: a duplicate or an exchanged document was issued in its place.</summary>
    Replaced,

    /// <summary>Annulled.</summary>
    Annulled,
}

/// <summary>Why a new certificate was issued in the place of a former one (DPO-9).</summary>
public enum ReplacementReason
{
    /// <summary>Lost.</summary>
    Lost,

    /// <summary>Damaged.</summary>
    Damaged,

    /// <summary>Contains inaccurate information.</summary>
    Inaccurate,

    /// <summary>The name has changed; only on request with proof.</summary>
    NameChanged,
}

/// <summary>What the card of the centre lacks for its certificates.</summary>
public enum CertificateGap
{
    /// <summary>The head who signs.</summary>
    Head,

    /// <summary>The town.</summary>
    Town,

    /// <summary>A licence that is in force on the day of issue.</summary>
    Licence,
}
