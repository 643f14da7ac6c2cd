/** Public resources for recruitment and newsletters. Links are editable and may be dead. */

export interface Resource {
  readonly key: string;
  readonly title: string;
  readonly link: string;
  readonly use?: "recruitment" | "facilitation";
}

export const resources = [
  {
    key: "start-earning",
    title: "Start Earning Micro-credentials (one-minute video)",
    link: "https://www.youtube.com/watch?v=KdWRkl8rDiU",
  },
  {
    key: "learning-journey",
    title: "Professional Learning Journey (infographic: micro-credentials across a career)",
    link: "https://digitalpromise.org/wp-content/uploads/2014/05/micro-credentials-full-size.png",
  },
  {
    key: "earn-steps",
    title: "Earn Micro-credentials (graphic: the steps)",
    link: "https://i1.wp.com/digitalpromise.org/wp-content/uploads/2016/04/Micro-Credential-Infographic_2.jpg",
  },
  {
    key: "early-adopters",
    title: "Micro-credentials for Teachers: What Three Early Adopters Have Learned So Far (Jenny DeMonte)",
    link: "https://air.org/resource/micro-credentials-teachers-what-three-early-adopters-have-learned-so-far",
  },
  {
    key: "driving-learning",
    title: "Micro-credentials: Driving teacher learning and leadership (Barnett Berry, Karen Cator)",
    link: "https://teachingquality.org/micro-credentials-driving-teacher-learning-leadership",
  },
  {
    key: "essa",
    title: "Micro-credentials: Ushering in teacher-driven performance assessments in the age of ESSA (Barnett Berry)",
    link: "https://teachingquality.org/micro-credentials-ushering-in-teacher-driven-performance-assessments-in-the-age-of-essa",
    use: "recruitment",
  },
  {
    key: "four-signs",
    title: "Four signs it's time for micro-credentials (Barnett Berry)",
    link: "https://teachingquality.org/four-signs-its-time-for-micro-credentials",
  },
  {
    key: "personalized",
    title: "Personalized Learning … for Teachers! (CTQ community)",
    link: "https://teachingquality.org/personalized-learning-for-teachers",
  },
  {
    key: "transforming",
    title: "Transforming the Classroom with Micro-credentials (Pat Deklotz)",
    link: "https://digitalpromise.org/2016/03/16/transforming-the-classroom-with-micro-credentials",
  },
  {
    key: "for-impact",
    title: "Micro-credentials for Impact (Learning Forward, 2017)",
    link: "https://learningforward.org/wp-content/uploads/2017/08/micro-credentials-for-impact.pdf",
  },
  {
    key: "affiliate-resources",
    title: "NEA affiliate resources",
    link: "https://cgps.nea.org/micro-credentials/affiliate-resources/",
  },
  {
    key: "edcommunities",
    title: "edCommunities, open to all NEA members (group: NEA Micro-credential Education Leaders)",
    link: "https://mynea360.org",
    use: "facilitation",
  },
] as const satisfies readonly Resource[];

export const edCommunitiesSteps =
  "Sign up and confirm by e-mail (check junk), pick interests, add a photo under Profile, find or make a group under Groups, and follow the feed under Collaboration.";
