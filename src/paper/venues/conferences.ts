/**
 * Conferences of the field, one a line: short name, full name, other names. Sponsors (`IEEE`, `ACM`), ordinals, years,
 * `Proceedings of the` and abbreviations with points need no other name: they are seen through.
 */
export const CONFERENCES = `
ICLR | International Conference on Learning Representations
ICML | International Conference on Machine Learning
NeurIPS | Advances in Neural Information Processing Systems | NIPS; Neural Information Processing Systems; Conference on Neural Information Processing Systems; Conference and Workshop on Neural Information Processing Systems
AISTATS | International Conference on Artificial Intelligence and Statistics | Conference on Artificial Intelligence and Statistics; International Workshop on Artificial Intelligence and Statistics
COLT | Conference on Learning Theory | Conference on Computational Learning Theory
ALT | International Conference on Algorithmic Learning Theory | Algorithmic Learning Theory
UAI | Conference on Uncertainty in Artificial Intelligence | Uncertainty in Artificial Intelligence
AAAI | AAAI Conference on Artificial Intelligence | National Conference on Artificial Intelligence
IJCAI | International Joint Conference on Artificial Intelligence | International Joint Conferences on Artificial Intelligence
ECAI | European Conference on Artificial Intelligence
ACML | Asian Conference on Machine Learning
MLSys | Conference on Machine Learning and Systems | Proceedings of Machine Learning and Systems; SysML
CoLLAs | Conference on Lifelong Learning Agents
LoG | Learning on Graphs Conference | Conference on Learning on Graphs
CPAL | Conference on Parsimony and Learning
COLM | Conference on Language Modeling
CLeaR | Conference on Causal Learning and Reasoning
AutoML | International Conference on Automated Machine Learning | AutoML-Conf; AutoML Conference
MIDL | Medical Imaging with Deep Learning | International Conference on Medical Imaging with Deep Learning
CHIL | Conference on Health, Inference, and Learning
MLHC | Machine Learning for Healthcare Conference
AIES | AAAI/ACM Conference on AI, Ethics, and Society
FAccT | ACM Conference on Fairness, Accountability, and Transparency | FAT*; Conference on Fairness, Accountability and Transparency
SaTML | IEEE Conference on Secure and Trustworthy Machine Learning
ECML PKDD | European Conference on Machine Learning and Principles and Practice of Knowledge Discovery in Databases | ECML/PKDD; ECML-PKDD; ECML; European Conference on Machine Learning; Joint European Conference on Machine Learning and Knowledge Discovery in Databases; Machine Learning and Knowledge Discovery in Databases
PAKDD | Pacific-Asia Conference on Knowledge Discovery and Data Mining
ICANN | International Conference on Artificial Neural Networks
IJCNN | International Joint Conference on Neural Networks
ICONIP | International Conference on Neural Information Processing
ESANN | European Symposium on Artificial Neural Networks
GECCO | Genetic and Evolutionary Computation Conference
AAMAS | International Conference on Autonomous Agents and Multiagent Systems | International Conference on Autonomous Agents and MultiAgent Systems; International Joint Conference on Autonomous Agents and Multiagent Systems
ICAPS | International Conference on Automated Planning and Scheduling
KR | International Conference on Principles of Knowledge Representation and Reasoning
ACL | Annual Meeting of the Association for Computational Linguistics | Meeting of the ACL; ACL-IJCNLP; ACL/IJCNLP; Conference of the Association for Computational Linguistics; Joint Conference of the Annual Meeting of the ACL and the International Joint Conference on Natural Language Processing of the AFNLP
EMNLP | Conference on Empirical Methods in Natural Language Processing | Empirical Methods in Natural Language Processing; EMNLP-IJCNLP; EMNLP/IJCNLP; EMNLP-CoNLL; Conference on Empirical Methods in Natural Language Processing and the International Joint Conference on Natural Language Processing
NAACL | Conference of the North American Chapter of the Association for Computational Linguistics | NAACL-HLT; HLT-NAACL; Conference of the North American Chapter of the ACL; Conference of the Nations of the Americas Chapter of the Association for Computational Linguistics; Conference of the North American Chapter of the Association for Computational Linguistics: Human Language Technologies
EACL | Conference of the European Chapter of the Association for Computational Linguistics
AACL | Conference of the Asia-Pacific Chapter of the Association for Computational Linguistics | AACL-IJCNLP; AACL/IJCNLP
IJCNLP | International Joint Conference on Natural Language Processing
COLING | International Conference on Computational Linguistics | LREC-COLING; LREC/COLING; Joint International Conference on Computational Linguistics, Language Resources and Evaluation
CoNLL | Conference on Computational Natural Language Learning | Conference on Natural Language Learning
LREC | International Conference on Language Resources and Evaluation | Language Resources and Evaluation Conference
WMT | Conference on Machine Translation
Interspeech | Annual Conference of the International Speech Communication Association
ICASSP | IEEE International Conference on Acoustics, Speech and Signal Processing | International Conference on Acoustics, Speech, and Signal Processing
ISMIR | International Society for Music Information Retrieval Conference
Findings of ACL | Findings of the Association for Computational Linguistics: ACL | ACL Findings; Findings of ACL-IJCNLP; Findings of the ACL; Findings of the Association for Computational Linguistics: ACL-IJCNLP; Findings of the Association for Computational Linguistics; Findings of the Association for Computational Linguistics ACL
Findings of EMNLP | Findings of the Association for Computational Linguistics: EMNLP | EMNLP Findings
Findings of NAACL | Findings of the Association for Computational Linguistics: NAACL | NAACL Findings; NAACL-HLT Findings
Findings of EACL | Findings of the Association for Computational Linguistics: EACL | EACL Findings
CVPR | IEEE/CVF Conference on Computer Vision and Pattern Recognition | Computer Vision and Pattern Recognition; IEEE Computer Society Conference on Computer Vision and Pattern Recognition; IEEE/CVF Computer Vision and Pattern Recognition Conference
CVPR Workshops | IEEE/CVF Conference on Computer Vision and Pattern Recognition Workshops | CVPRW; Computer Vision and Pattern Recognition Workshops; IEEE Computer Society Conference on Computer Vision and Pattern Recognition Workshops; Computer Vision and Pattern Recognition Workshop
ICCV | IEEE/CVF International Conference on Computer Vision
ICCV Workshops | IEEE/CVF International Conference on Computer Vision Workshops | ICCVW; International Conference on Computer Vision Workshop
ECCV | European Conference on Computer Vision | Computer Vision – ECCV
ECCV Workshops | European Conference on Computer Vision Workshops | ECCVW
WACV | IEEE/CVF Winter Conference on Applications of Computer Vision | Winter Conference on Applications of Computer Vision
WACV Workshops | IEEE/CVF Winter Conference on Applications of Computer Vision Workshops | WACVW; Winter Conference on Applications of Computer Vision Workshops
BMVC | British Machine Vision Conference
ACCV | Asian Conference on Computer Vision | Computer Vision – ACCV
3DV | International Conference on 3D Vision
MICCAI | International Conference on Medical Image Computing and Computer-Assisted Intervention | Medical Image Computing and Computer Assisted Intervention; International Conference on Medical Image Computing and Computer Assisted Intervention
ISBI | IEEE International Symposium on Biomedical Imaging
ICIP | IEEE International Conference on Image Processing
ICPR | International Conference on Pattern Recognition
ICME | IEEE International Conference on Multimedia and Expo
ACM MM | ACM International Conference on Multimedia | ACM Multimedia; ACMMM; MM
SIGGRAPH | ACM SIGGRAPH Conference | SIGGRAPH Conference Papers
KDD | ACM SIGKDD Conference on Knowledge Discovery and Data Mining | SIGKDD; International Conference on Knowledge Discovery and Data Mining; ACM SIGKDD International Conference on Knowledge Discovery and Data Mining; ACM SIGKDD International Conference on Knowledge Discovery & Data Mining; International Conference on Knowledge Discovery & Data Mining
ICDM | IEEE International Conference on Data Mining
SDM | SIAM International Conference on Data Mining
WSDM | ACM International Conference on Web Search and Data Mining
CIKM | ACM International Conference on Information and Knowledge Management | Conference on Information and Knowledge Management; Conference on Information & Knowledge Management
WWW | The Web Conference | International World Wide Web Conference; International Conference on World Wide Web; ACM Web Conference; World Wide Web Conference; TheWebConf
SIGIR | International ACM SIGIR Conference on Research and Development in Information Retrieval
ECIR | European Conference on Information Retrieval | Advances in Information Retrieval
RecSys | ACM Conference on Recommender Systems
ICWSM | International AAAI Conference on Web and Social Media
SIGMOD | International Conference on Management of Data | ACM SIGMOD International Conference on Management of Data; SIGMOD Conference
ICDE | IEEE International Conference on Data Engineering
ICRA | IEEE International Conference on Robotics and Automation
IROS | IEEE/RSJ International Conference on Intelligent Robots and Systems
CoRL | Conference on Robot Learning
RSS | Robotics: Science and Systems
L4DC | Learning for Dynamics and Control Conference | Learning for Dynamics and Control; Conference on Learning for Dynamics and Control
PGM | International Conference on Probabilistic Graphical Models
CDC | IEEE Conference on Decision and Control
ACC | American Control Conference
STOC | ACM Symposium on Theory of Computing | ACM SIGACT Symposium on Theory of Computing
FOCS | IEEE Symposium on Foundations of Computer Science
SODA | ACM-SIAM Symposium on Discrete Algorithms
ITCS | Innovations in Theoretical Computer Science Conference | Innovations in Theoretical Computer Science
EC | ACM Conference on Economics and Computation
ISIT | IEEE International Symposium on Information Theory
S&P | IEEE Symposium on Security and Privacy | IEEE Security and Privacy Symposium
CCS | ACM SIGSAC Conference on Computer and Communications Security | ACM Conference on Computer and Communications Security
NDSS | Network and Distributed System Security Symposium
USENIX Security | USENIX Security Symposium
EuroS&P | IEEE European Symposium on Security and Privacy
DSN | IEEE/IFIP International Conference on Dependable Systems and Networks
OSDI | USENIX Symposium on Operating Systems Design and Implementation
SOSP | ACM Symposium on Operating Systems Principles
NSDI | USENIX Symposium on Networked Systems Design and Implementation
ASPLOS | ACM International Conference on Architectural Support for Programming Languages and Operating Systems
ISCA | International Symposium on Computer Architecture
MICRO | IEEE/ACM International Symposium on Microarchitecture
HPCA | IEEE International Symposium on High-Performance Computer Architecture
SC | International Conference for High Performance Computing, Networking, Storage and Analysis
DAC | ACM/IEEE Design Automation Conference
ICSE | IEEE/ACM International Conference on Software Engineering
FSE | ACM International Conference on the Foundations of Software Engineering | ESEC/FSE; ACM Joint European Software Engineering Conference and Symposium on the Foundations of Software Engineering
ASE | IEEE/ACM International Conference on Automated Software Engineering
PLDI | ACM SIGPLAN Conference on Programming Language Design and Implementation
POPL | ACM SIGPLAN Symposium on Principles of Programming Languages
CHI | ACM Conference on Human Factors in Computing Systems | CHI Conference on Human Factors in Computing Systems
UIST | ACM Symposium on User Interface Software and Technology
IUI | International Conference on Intelligent User Interfaces
HRI | ACM/IEEE International Conference on Human-Robot Interaction
JCDL | ACM/IEEE Joint Conference on Digital Libraries
ISWC | International Semantic Web Conference
`;
